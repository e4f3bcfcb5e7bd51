package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Refusal;

/** Certificates as text, in the format of {@code FORMAT.md}. */
public final class CertificateText {
  /** The most characters a certificate may have. */
  public static final int LONGEST = Limits.TEXT;

  /** The first line, with the version of the format. */
  static final String HEADER = "backproof certificate 1";

  private CertificateText() {}

  /**
   * Writes a certificate; what is written can be read again.
   *
   * @throws Refusal if it is too large to be read
   */
  public static String write(Certificate certificate) {
    return new CertificateWriter().write(certificate);
  }

  /**
   * Reads a certificate. That it can be read says nothing about its being a proof.
   *
   * @throws MalformedCertificate if the text is none
   */
  public static Certificate read(String text) {
    return new CertificateReader(text).certificate();
  }
}
