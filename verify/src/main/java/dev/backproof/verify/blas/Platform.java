package dev.backproof.verify.blas;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The platform at hand, as the jars of {@code org.bytedeco:openblas} name it.
 *
 * @param classifier of the jar: {@code linux-x86_64}
 * @param files the libraries that may be in it, in the order in which they need each other
 */
record Platform(String classifier, List<String> files) {
  /** How a library begins on Linux. */
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

  /**
   * The length of the header of a 64-bit library, and where in it the table of sections is said.
   */
  private static final int ELF_HEADER = 64;

  private static final int ELF_SECTIONS = 40;
  private static final int ELF_SECTION_SIZE = 58;
  private static final int ELF_COUNT = 60;

  private static final List<String> LINUX =
      List.of(
          "libgcc_s.so.1",
          "libquadmath.so.0",
          "libgfortran.so.4",
          "libgfortran.so.5",
          "libopenblas.so.0");

  private static final List<String> MAC =
      List.of(
          "libgcc_s.1.dylib",
          "libgcc_s.1.1.dylib",
          "libquadmath.0.dylib",
          "libgfortran.5.dylib",
          "libopenblas.0.dylib");

  private static final List<String> WINDOWS =
      List.of(
          "libwinpthread-1.dll",
          "libgcc_s_seh-1.dll",
          "libquadmath-0.dll",
          "libgfortran-5.dll",
          "libopenblas.dll");

  /** Where this JVM runs. */
  static Platform here() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  /** By what Java calls the system and the processor. */
  static Platform of(String system, String processor) {
    String lower = system.toLowerCase(Locale.ROOT);
    String arch =
        switch (processor) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> processor;
        };
    if (lower.startsWith("windows")) {
      return new Platform("windows-" + arch, WINDOWS);
    }
    return lower.startsWith("mac")
        ? new Platform("macosx-" + arch, MAC)
        : new Platform(lower + "-" + arch, LINUX);
  }

  /** Where the libraries are on the class path. */
  String folder() {
    return "org/bytedeco/openblas/" + classifier + "/";
  }

  /**
   * Those of the files that are there.
   *
   * @throws IllegalStateException if OpenBLAS itself, the last, is not
   */
  List<String> files(ClassLoader loader) {
    String last = files.get(files.size() - 1);
    if (loader.getResource(folder() + last) == null) {
      throw new IllegalStateException("no library for " + classifier + " on the class path");
    }
    return files.stream().filter(file -> loader.getResource(folder() + file) != null).toList();
  }

  /**
   * Whether a file begins as a library does, and is as long as it says it is: of one that has been
   * cut off the loader reads behind the end, which ends the JVM. Known of Linux only.
   */
  boolean isLibrary(Path file) throws IOException {
    if (!files.equals(LINUX)) {
      return true;
    }
    byte[] header;
    try (InputStream in = Files.newInputStream(file)) {
      header = in.readNBytes(ELF_HEADER);
    }
    if (header.length < ELF_HEADER || !Arrays.equals(Arrays.copyOf(header, ELF.length), ELF)) {
      return false;
    }
    ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    long sections = fields.getLong(ELF_SECTIONS);
    long end = sections + (long) fields.getShort(ELF_SECTION_SIZE) * fields.getShort(ELF_COUNT);
    return sections > 0 && end <= Files.size(file);
  }
}
