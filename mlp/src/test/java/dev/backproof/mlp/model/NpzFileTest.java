package dev.backproof.mlp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.data.DataFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFileTest {
  private static final String LOADS =
      """
      import sys, numpy
      z = numpy.load(sys.argv[1])
      print(sorted(z.files), z['W1'].dtype, z['W1'].tolist(), z['s'].item().hex())
      print(bytes(z['about.json']).decode())
      numpy.savez_compressed(sys.argv[2], W1=numpy.asfortranarray(z['W1']), s=z['s'])
      """;

  @TempDir private Path folder;

  private static NpzFile sample() {
    Map<String, DenseTensor> arrays = new LinkedHashMap<>();
    arrays.put("W1", DenseTensor.matrix(new double[] {1, 2, 3}, new double[] {4, 5, 0.1}));
    arrays.put("s", DenseTensor.scalar(Math.PI));
    return new NpzFile("{\"a\": \"é\"}", arrays);
  }

  @Test
  void whatIsWrittenIsRead() {
    assertEquals(sample(), NpzFile.read("f", sample().bytes()));
    assertTrue(NpzFile.isNpz(sample().bytes()));
    assertEquals(
        "f: there is no array 'b' in it",
        assertThrows(DataFault.class, () -> sample().array("f", "b")).getMessage());
  }

  /** NumPy itself, where there is one: it reads what is written here, and the other way round. */
  @Test
  void numPyOpensIt() throws IOException, InterruptedException {
    assumeTrue(python("import numpy", folder) != null, "no python3 with NumPy");
    Path file = Files.write(folder.resolve("m.npz"), sample().bytes());
    Path back = folder.resolve("back.npz");
    assertEquals(
        """
        ['W1', 'about.json', 's'] float64 [[1.0, 2.0, 3.0], [4.0, 5.0, 0.1]] 0x1.921fb54442d18p+1
        {"a": "é"}
        """,
        python(LOADS, file, back));
    // What NumPy has written has no text beside its arrays.
    byte[] bytes = Files.readAllBytes(back);
    assertEquals(
        "f: there is no about.json in it; a file written by this program is expected",
        assertThrows(DataFault.class, () -> NpzFile.read("f", bytes)).getMessage());
  }

  /** What a program prints, or null if it cannot be run. */
  private @Nullable String python(String program, Path... arguments)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    String[] command = new String[arguments.length + 3];
    command[0] = "python3";
    command[1] = "-c";
    command[2] = program;
    for (int i = 0; i < arguments.length; i++) {
      command[3 + i] = arguments[i].toString();
    }
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return null;
    }
    try {
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Files.readString(out, StandardCharsets.UTF_8)
          : null;
    } finally {
      process.destroyForcibly();
    }
  }
}
