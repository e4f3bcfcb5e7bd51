/**
 * Data to learn from, all of it made on the spot from a seed: two moons and digits drawn with a
 * pen.
 *
 * <p>Nothing is downloaded and nothing is stored, so that an experiment is reproduced by its seed.
 * Example i of a generated data set has the label i mod m. Any run of consecutive examples is
 * therefore balanced within one, and the first examples for training and the rest for testing are a
 * fair split.
 */
@NullMarked
package dev.backproof.mlp.data;

import org.jspecify.annotations.NullMarked;
