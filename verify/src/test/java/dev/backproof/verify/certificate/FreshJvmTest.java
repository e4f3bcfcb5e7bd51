package dev.backproof.verify.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay in a process of its own sees the kernel, and nothing of what looks for proofs. */
class FreshJvmTest {
  private static final Pattern UNTRUSTED =
      Pattern.compile("dev\\.backproof\\.verify\\.(prover|expr|theorem)\\.\\S+");

  @TempDir Path folder;

  @Test
  void replayLoadsNoClassThatSearches() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("1.8.cert"), CertificateText.write(SmallProofs.squaredNorm()));
    Files.writeString(
        folder.resolve("2.3b.cert"), CertificateText.write(SmallProofs.softmaxSumsToOne()));
    Path classes = folder.resolve("classes.txt");
    Path out = folder.resolve("out.txt");
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + classes,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.backproof.verify.cli.Main",
                "replay",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    // With these, Java itself talks.
    command.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = command.start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    } finally {
      process.destroyForcibly();
    }
    String said = Files.readString(out, StandardCharsets.UTF_8);
    assertEquals(0, process.exitValue(), said);
    assertTrue(said.endsWith("2 certificates: 2 proved, 0 refused" + System.lineSeparator()), said);
    String loaded = Files.readString(classes);
    assertTrue(loaded.contains("dev.backproof.verify.kernel.Kernel "), "the log is one of classes");
    assertEquals(List.of(), UNTRUSTED.matcher(loaded).results().map(r -> r.group()).toList());
  }
}
