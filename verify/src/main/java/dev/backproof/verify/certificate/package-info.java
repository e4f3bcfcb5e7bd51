/**
 * Theorems as data, and the check that needs nothing but the kernel.
 *
 * <p>A certificate is the log of calls of the kernel's rules that proved a statement. {@link
 * dev.backproof.verify.certificate.CertificateText} writes it to a file and reads it again, {@link
 * dev.backproof.verify.certificate.Replay} repeats the calls with a fresh kernel: it searches for
 * nothing, and sees no class of what found the proof. What a file says beyond its statement and its
 * calls is not trusted; what does not fit is refused, whatever it is. The format is documented in
 * {@code FORMAT.md} beside the sources.
 */
@NullMarked
package dev.backproof.verify.certificate;

import org.jspecify.annotations.NullMarked;
