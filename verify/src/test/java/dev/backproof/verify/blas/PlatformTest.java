package dev.backproof.verify.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64, libopenblas.so.0",
    "Linux, aarch64, linux-arm64, libopenblas.so.0",
    "Mac OS X, aarch64, macosx-arm64, libopenblas.0.dylib",
    "Mac OS X, x86_64, macosx-x86_64, libopenblas.0.dylib",
    "Windows 11, amd64, windows-x86_64, libopenblas.dll"
  })
  void theJarsOfOthersNameItSo(String system, String processor, String classifier, String last) {
    Platform platform = Platform.of(system, processor);
    assertEquals(classifier, platform.classifier());
    assertEquals("org/bytedeco/openblas/" + classifier + "/", platform.folder());
    assertEquals(last, platform.files().get(platform.files().size() - 1));
  }

  @Test
  void aPlatformWithoutALibraryIsNamed() {
    Exception e =
        assertThrows(
            IllegalStateException.class,
            () -> Platform.of("Plan 9", "mips").files(PlatformTest.class.getClassLoader()));
    assertEquals("no library for plan 9-mips on the class path", e.getMessage());
  }
}
