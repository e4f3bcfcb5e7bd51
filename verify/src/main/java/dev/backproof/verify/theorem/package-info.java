/**
 * The theorems about the code that runs: each a statement of the kernel made from the very methods
 * of {@code mlp}, {@code autodiff} and {@code core}, or from the notes' index forms, written entry
 * by entry.
 */
@NullMarked
package dev.backproof.verify.theorem;

import org.jspecify.annotations.NullMarked;
