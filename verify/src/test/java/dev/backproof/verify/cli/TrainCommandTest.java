package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {
  private static final List<String> FILES =
      List.of("checkpoint.npz", "model.json", "model.npz", "training.html");

  @TempDir private Path folder;

  private CommandRun train(String... arguments) {
    return trainTo(folder.resolve("out"), arguments);
  }

  private static CommandRun trainTo(Path out, String... arguments) {
    List<String> all = new ArrayList<>(List.of("train", "-o", out.toString()));
    if (Arrays.stream(arguments).noneMatch(argument -> argument.startsWith("--epochs"))) {
      all.add("--epochs=3");
    }
    all.addAll(Arrays.asList(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"moons", "circles", "spirals", "blobs", "xor", "digits"})
  void everyGeneratedSetIsTrainedOn(String data) throws IOException {
    CommandRun run = train("--data", data, "--examples", "60");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().startsWith(data + " "), run.out());
    assertTrue(run.out().contains("48 examples trained on, 12 kept back"), run.out());
    assertTrue(run.out().contains("graph AGREES"), run.out());
    assertEquals(FILES, names(folder.resolve("out")));
    assertTrue(run.err().contains("epoch 3 of 3: loss "), run.err());
  }

  @Test
  void everythingCanBeSet() {
    CommandRun run =
        train(
            "--examples=40",
            "--noise=0.1",
            "--hidden=7,5,3",
            "--activation=tanh",
            "--gradient=graph",
            "--eta=0.05",
            "--momentum=0",
            "--l1=0.001",
            "--l2=0.002",
            "--batch=9",
            "--validation=0.5",
            "--patience=2",
            "--check-every=1",
            "--seed=-4",
            "--format=json",
            "--quiet");
    assertEquals(0, run.code(), run.err());
    assertEquals("", run.err());
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals("[2,7,5,3,2]", json.get("widths").toString());
    assertEquals(20, json.get("keptBack").getAsInt());
    assertEquals(4, json.getAsJsonArray("checks").size());
    assertEquals(
        "{\"activation\":\"tanh\",\"gradient\":\"GRAPH\",\"eta\":0.05,\"momentum\":0.0,\"l1\":0.001,"
            + "\"l2\":0.002,\"batch\":9,\"epochs\":3,\"patience\":2,\"seed\":-4}",
        json.get("settings").toString());
  }

  @Test
  void aNetworkMayHaveNoHiddenLayer() {
    assertTrue(train("--hidden", "none").out().contains("network     2–2, rect, 6 parameters"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--data=mons         | 'mons' is none of moons, circles, spirals, blobs, xor, digits, and no file",
        "--hidden=0          | '0' is not the units of each hidden layer, as 16 or 32,16; or none",
        "--hidden=3,,4       | '3,,4' is not the units",
        "--activation=gelu   | 'gelu' is none of rect, tanh, sigmoid, softplus, abs, sin, erf",
        "--gradient=numeric  | 'numeric' is none of closed-form, graph",
        "--eta=fast          | 'fast' is not a finite number",
        "--eta=0             | the step size is finite and above 0, not 0.0",
        "--momentum=1        | the momentum is in [0, 1), not 1.0",
        "--batch=0           | '0' is not a whole number above 0",
        "--validation=1      | the share that is kept back is in [0, 1), not 1.0",
        "--turns=2           | --turns says nothing about moons",
        "--label-column=y    | --label-column says nothing about moons",
        "--noise=-1          | two moons: the noise is a standard deviation",
        "--checkpoint=-1     | --checkpoint is a time in seconds, or 0, not -1.0",
        "--format=html       | 'html' is none of text, json",
      })
  void aWrongCommandLineIsRefused(String argument, String said) {
    CommandRun run = train(argument);
    assertEquals(Failures.USAGE, run.code());
    assertTrue(run.err().contains(said), run.err());
    assertTrue(run.err().contains("Try 'backproof train --help'."), run.err());
    assertEquals(2, run.err().lines().count(), run.err());
    assertEquals("", run.out());
  }

  @Test
  void patienceWithoutExamplesKeptBackIsRefused() {
    CommandRun run = train("--patience=3", "--validation=0");
    assertEquals(Failures.USAGE, run.code());
    assertTrue(run.err().contains("say --validation above 0"), run.err());
  }

  @Test
  void csvIsTrainedOnAndPredicted() throws IOException {
    StringBuilder rows = new StringBuilder("width,height,kind\n");
    for (int i = 0; i < 40; i++) {
      rows.append(1000 + i).append(',').append(i % 7).append(i < 20 ? ",low\n" : ",high\n");
    }
    Path data = file("data.csv", rows.toString());
    CommandRun run = train("--data", data.toString(), "--epochs", "60");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("2 inputs, 2 classes"), run.out());

    CommandRun predicted =
        CommandRun.of(
            "predict",
            folder.resolve("out/model.json").toString(),
            file("new.csv", "height,width,kind\n3,1001,low\n2,1039,high\n1,1000,high\n")
                .toString());
    assertEquals(0, predicted.code(), predicted.err());
    List<String> lines = predicted.out().lines().toList();
    assertEquals("class,p(high),p(low)", lines.get(0));
    assertTrue(lines.get(1).startsWith("low,"), predicted.out());
    assertTrue(lines.get(2).startsWith("high,"), predicted.out());
    assertEquals("2 of 3 labels found (66.7 %)", predicted.err().strip());
    String[] fields = lines.get(1).split(",", -1);
    assertEquals(1, Double.parseDouble(fields[1]) + Double.parseDouble(fields[2]), 1e-15);
    assertEquals(
        predicted.out(),
        CommandRun.of(
                "predict",
                folder.resolve("out/model.npz").toString(),
                folder.resolve("new.csv").toString(),
                "--quiet")
            .out());
  }

  /** Two kinds of picture, each with a byte of noise. */
  private byte[] images(int n) {
    byte[] bytes = new byte[16 + 4 * n];
    byte[] head = {0, 0, 8, 3, 0, 0, 0, (byte) n, 0, 0, 0, 2, 0, 0, 0, 2};
    System.arraycopy(head, 0, bytes, 0, 16);
    for (int i = 0; i < n; i++) {
      bytes[16 + 4 * i] = (byte) (i % 2 == 0 ? 200 : 0);
      bytes[16 + 4 * i + 3] = (byte) i;
    }
    return bytes;
  }

  private static byte[] labels(int n) {
    byte[] bytes = new byte[8 + n];
    byte[] head = {0, 0, 8, 1, 0, 0, 0, (byte) n};
    System.arraycopy(head, 0, bytes, 0, 8);
    for (int i = 0; i < n; i++) {
      bytes[8 + i] = (byte) (i % 2);
    }
    return bytes;
  }

  @Test
  void idxFilesAreTrainedOnAndPredicted() throws IOException {
    Path pictures = folder.resolve("t-images-idx3-ubyte.gz");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(images(40));
    }
    Files.write(pictures, packed.toByteArray());
    CommandRun without = train("--data", pictures.toString());
    assertEquals(Failures.USAGE, without.code());
    assertTrue(without.err().contains("Say --labels FILE"), without.err());

    Files.write(folder.resolve("t-labels-idx1-ubyte.gz"), labels(40));
    CommandRun run = train("--data", pictures.toString(), "--epochs=30");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("accuracy    100 %"), run.out());
    CommandRun predicted =
        CommandRun.of("predict", folder.resolve("out/model.npz").toString(), pictures.toString());
    assertEquals(0, predicted.code(), predicted.err());
    assertEquals(41, predicted.out().lines().count());
    assertTrue(predicted.out().lines().toList().get(2).startsWith("1,"), predicted.out());
  }

  @Test
  void whatIsWrongWithAFileIsOneLineWithItsPlace() throws IOException {
    Path data = file("bad.csv", "x,y,k\n1,2,a\n3,,b\n");
    CommandRun run = train("--data", data.toString());
    assertEquals(Failures.FILE, run.code());
    assertEquals(
        "backproof: " + data + ":3:2: no value for 'y'; fill it in, or take the line out",
        run.err().strip());
    CommandRun missing = train("--data", folder.resolve("none.csv").toString());
    assertEquals(Failures.FILE, missing.code());
    assertEquals(
        "backproof: cannot read " + folder.resolve("none.csv") + ": no such file",
        missing.err().strip());
    CommandRun column = train("--data", data.toString(), "--label-column=z");
    assertEquals(Failures.FILE, column.code());
    assertTrue(column.err().contains("no column 'z'"), column.err());
    CommandRun labels = train("--data", data.toString(), "--labels", data.toString());
    assertEquals(Failures.USAGE, labels.code());
    assertTrue(
        labels.err().contains("--labels goes with pictures, but " + data + " is no IDX file"),
        labels.err());
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefusedBeforeTraining() throws IOException {
    Path taken = file("taken", "");
    CommandRun run = trainTo(taken);
    assertEquals(Failures.FILE, run.code());
    assertTrue(run.err().startsWith("backproof: cannot write "), run.err());
    assertEquals(1, run.err().lines().count());
  }

  @Test
  void aLossThatLeavesTheNumbersEndsItWithTheOperationThatDid() throws IOException {
    CommandRun run = train("--eta=1e200", "--momentum=0", "--hidden=8,8");
    assertEquals(Failures.DIVERGED, run.code(), run.err());
    assertEquals("", run.out());
    String last = run.err().lines().reduce((a, b) -> b).orElseThrow();
    assertTrue(
        last.startsWith("backproof: the loss is NaN in epoch 1, step 2 of 10: first "), last);
    assertTrue(last.contains("on the way to "), last);
    assertEquals(List.of("checkpoint.npz"), names(folder.resolve("out")));
  }

  @Test
  void whatIsGoneOnWithComesToTheSameFiles() throws IOException {
    String[] same = {"--examples=50", "--check-every=2", "--momentum=0.7"};
    Path whole = folder.resolve("whole");
    Path parts = folder.resolve("parts");
    List<String> all = new ArrayList<>(Arrays.asList(same));
    all.add("--epochs=6");
    assertEquals(0, trainTo(whole, all.toArray(String[]::new)).code());
    assertEquals(0, trainTo(parts, same).code());
    all.add("--resume");
    CommandRun run = trainTo(parts, all.toArray(String[]::new));
    assertEquals(0, run.code(), run.err());
    assertTrue(run.err().startsWith("Going on from "), run.err());
    assertTrue(run.err().contains("after epoch 3"), run.err());
    for (String name : List.of("model.json", "model.npz")) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve(name)), Files.readAllBytes(parts.resolve(name)), name);
    }
  }

  @Test
  void anotherTrainingIsNotGoneOnWith() {
    assertEquals(0, train().code());
    CommandRun run = train("--eta=0.2", "--resume");
    assertEquals(Failures.FILE, run.code());
    assertTrue(
        run.err()
            .contains("it is of a training with eta 0.1, not 0.2; say the same, or begin anew"),
        run.err());
    assertEquals(0, train("--eta=0.2").code(), "anew");
  }

  @Test
  void resumingBeginsWhereThereIsNothingYet() {
    CommandRun run = train("--resume");
    assertEquals(0, run.code());
    assertTrue(run.err().startsWith("No checkpoint in "), run.err());
  }

  @Test
  void aModelThatIsNoneIsRefused() throws IOException {
    Path data = file("d.csv", "1,2\n");
    CommandRun none = CommandRun.of("predict", folder.resolve("m").toString(), data.toString());
    assertEquals(Failures.FILE, none.code());
    assertEquals(
        "backproof: cannot read " + folder.resolve("m") + ": no such file", none.err().strip());
    CommandRun text = CommandRun.of("predict", data.toString(), data.toString());
    assertEquals(Failures.FILE, text.code());
    assertTrue(text.err().startsWith("backproof: " + data + ": no model"), text.err());
    assertEquals(1, text.err().lines().count());
  }

  @Test
  void predictionsGoToAFileIfOneIsNamed() throws IOException {
    assertEquals(0, train().code());
    Path out = folder.resolve("classes.csv");
    CommandRun run =
        CommandRun.of(
            "predict",
            folder.resolve("out/model.json").toString(),
            file("d.csv", "0,1\n").toString(),
            "-o",
            out.toString());
    assertEquals(0, run.code(), run.err());
    assertEquals("", run.out());
    assertEquals(2, Files.readAllLines(out).size());
  }

  @Test
  void helpSaysHowItEnds() {
    CommandRun run = CommandRun.of("train", "--help");
    assertEquals(0, run.code());
    for (String words : new String[] {"--data", "--hidden", "--resume", "130", "spirals"}) {
      assertTrue(run.out().contains(words), run.out());
    }
    assertTrue(run.out().lines().allMatch(line -> line.length() <= 80), run.out());
  }
}
