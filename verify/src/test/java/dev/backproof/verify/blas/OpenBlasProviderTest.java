package dev.backproof.verify.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is loaded, and what is said where it does not load, in a JVM of its own each time. */
class OpenBlasProviderTest {
  private static final String LIBRARY = "libopenblas.so.0";

  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private Path temporary = Path.of("");
  private Path front = Path.of("");

  @BeforeEach
  void folders() throws IOException {
    assumeTrue(Platform.here().classifier().equals("linux-x86_64"), "no library is brought");
    temporary = Files.createDirectory(folder.resolve("temporary"));
    front = Files.createDirectories(folder.resolve("front").resolve(Platform.here().folder()));
  }

  /** What the doctor says of products; nothing else is written. */
  private JsonObject products(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    if (Runtime.version().feature() >= 23) {
      command.add("-Dsun.misc.unsafe.memory.access=allow");
    }
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(
        folder.resolve("front") + File.pathSeparator + System.getProperty("java.class.path"));
    command.addAll(List.of("dev.backproof.verify.cli.Main", "doctor", "--format", "json"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().remove("OPENBLAS_NUM_THREADS");
    builder.environment().putAll(environment);
    Path talk = folder.resolve("talk.txt");
    Process process = builder.redirectError(talk.toFile()).start();
    String results = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    // Newer JDKs themselves say that the folder is missing, before any code of ours runs.
    assertEquals(
        "",
        Files.readString(talk).replace("WARNING: java.io.tmpdir directory does not exist\n", ""));
    JsonObject products =
        JsonParser.parseString(results).getAsJsonObject().getAsJsonObject("products");
    assertTrue(products.get("right").getAsBoolean(), results);
    return products;
  }

  private static void assertPlain(String reason, JsonObject products) {
    assertEquals("plain Java", products.get("product").getAsString());
    assertFalse(products.get("native").getAsBoolean());
    String said = products.get("reason").getAsString();
    assertTrue(said.startsWith(reason), said);
    assertFalse(said.contains("\n"), said);
  }

  private static void assertNative(JsonObject products) {
    assertTrue(products.get("native").getAsBoolean(), products::toString);
    assertTrue(products.get("product").getAsString().startsWith("OpenBLAS "), products::toString);
  }

  private Path library() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files.filter(file -> file.endsWith(LIBRARY)).findFirst().orElseThrow();
    }
  }

  @Test
  void theSystemPropertyForbidsIt() throws Exception {
    assertPlain("backproof.blas=plain", products("-Dbackproof.blas=plain"));
    try (Stream<Path> files = Files.list(temporary)) {
      assertEquals(List.of(), files.toList(), "nothing is unpacked");
    }
  }

  @Test
  void whatHasBeenUnpackedIsUsedAgainAndMendedIfItIsDamaged() throws Exception {
    assertNative(products());
    Path library = library();
    Object first = Files.readAttributes(library, "unix:ino,lastModifiedTime");
    assertNative(products("-Dbackproof.blas=native"));
    assertEquals(first, Files.readAttributes(library, "unix:ino,lastModifiedTime"));
    long size = Files.size(library);
    Files.write(library, new byte[] {1, 2, 3});
    assertNative(products());
    assertEquals(size, Files.size(library));
  }

  @Test
  void aFolderThatOthersMayWriteIsNotTrusted() throws Exception {
    assertNative(products());
    Path library = library();
    Files.setPosixFilePermissions(
        Objects.requireNonNull(library.getParent()), PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.write(library, new byte[] {1, 2, 3});
    assertNative(products());
    assertEquals(3, Files.size(library));
  }

  @Test
  void theNumberOfThreadsCanBeAskedFor() throws Exception {
    assertEquals(1, products().get("threads").getAsInt());
    assertEquals(2, products("-Dbackproof.blas.threads=2").get("threads").getAsInt());
    assertPlain(
        "OpenBLAS: backproof.blas.threads=many is no number of threads",
        products("-Dbackproof.blas.threads=many"));
  }

  @Test
  void theEnvironmentMayAskForANumberOfThreads() throws Exception {
    environment.put("OPENBLAS_NUM_THREADS", "2");
    assertEquals(2, products().get("threads").getAsInt());
    assertEquals(1, products("-Dbackproof.blas.threads=1").get("threads").getAsInt());
    environment.put("OPENBLAS_NUM_THREADS", "");
    assertEquals(1, products().get("threads").getAsInt());
    environment.put("OPENBLAS_NUM_THREADS", "many");
    assertPlain("OpenBLAS: OPENBLAS_NUM_THREADS=many is no number of threads", products());
  }

  @Test
  void whereNoFunctionCanBeCalledTheReasonIsSaid() throws Exception {
    for (String threads : List.of("1", "2")) {
      assertPlain(
          "OpenBLAS: does not load: ",
          products("-Djna.nounpack=true", "-Dbackproof.blas.threads=" + threads));
    }
  }

  @Test
  void anotherPlatformHasNoLibrary() throws Exception {
    assertPlain(
        "OpenBLAS: no library for linux-pdp11 on the class path", products("-Dos.arch=pdp11"));
  }

  @Test
  void aCorruptLibraryDoesNotLoad() throws Exception {
    Files.write(front.resolve(LIBRARY), new byte[5000]);
    assertPlain("OpenBLAS: does not load: ", products());
  }

  @Test
  void aLibraryThatHasBeenCutOffDoesNotLoad() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            Platform.class
                .getClassLoader()
                .getResourceAsStream(Platform.here().folder() + LIBRARY))) {
      Files.write(front.resolve(LIBRARY), in.readNBytes(5000));
    }
    assertPlain("OpenBLAS: does not load: ", products());
  }

  @Test
  void aLibraryWithoutProductsDoesNotLoad() throws Exception {
    String other = Platform.here().folder() + "libgcc_s.so.1";
    try (InputStream in =
        Objects.requireNonNull(Platform.class.getClassLoader().getResourceAsStream(other))) {
      Files.copy(in, front.resolve(LIBRARY));
    }
    assertPlain("OpenBLAS: does not load: ", products());
  }

  @Test
  void aTemporaryFolderThatIsNotThereLeavesPlain() throws Exception {
    temporary = folder.resolve("nowhere");
    assertPlain("OpenBLAS: not unpacked: ", products());
  }

  @Test
  void aTemporaryFolderThatIsReadOnlyLeavesPlain() throws Exception {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("r-xr-xr-x"));
    // Who may write everywhere is not stopped by permissions; no one writes into the kernel's list.
    if (Files.isWritable(temporary)) {
      temporary = Path.of("/proc");
    }
    assertPlain("OpenBLAS: not unpacked: ", products());
  }
}
