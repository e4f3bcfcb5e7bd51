/** Forward mode: values that carry a tangent along, pushed forward by one rule per operation. */
@NullMarked
package dev.backproof.autodiff.forward;

import org.jspecify.annotations.NullMarked;
