package dev.backproof.verify.cli;

import dev.backproof.mlp.data.Blobs;
import dev.backproof.mlp.data.Circles;
import dev.backproof.mlp.data.CsvData;
import dev.backproof.mlp.data.IdxData;
import dev.backproof.mlp.data.NamedData;
import dev.backproof.mlp.data.Pictures;
import dev.backproof.mlp.data.Spirals;
import dev.backproof.mlp.data.StrokeDigits;
import dev.backproof.mlp.data.TwoMoons;
import dev.backproof.mlp.data.Xor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which data to train on, as a mixin of a command. */
final class DataOptions {
  private static final int POINTS = 400;
  private static final int DIGITS = 1000;

  private static final List<String> GENERATED =
      List.of("moons", "circles", "spirals", "blobs", "xor", "digits");

  @Option(
      names = "--data",
      paramLabel = "NAME|FILE",
      description =
          "moons, circles, spirals, blobs, xor, digits; or a file: CSV (- for standard input), or"
              + " the pictures of an IDX data set, plain or gzip (default: ${DEFAULT-VALUE}).")
  private String data = "moons";

  @Option(
      names = "--examples",
      paramLabel = "N",
      description = "How many (default: " + POINTS + ", digits " + DIGITS + ", of a file all).")
  private Optional<Integer> examples = Optional.empty();

  @Option(
      names = "--noise",
      paramLabel = "X",
      description = "Standard deviation, in moons, circles, spirals, blobs, xor.")
  private Optional<Double> noise = Optional.empty();

  @Option(
      names = "--classes",
      paramLabel = "N",
      description = "Of circles (default: 2), spirals (3), blobs (4).")
  private Optional<Integer> classes = Optional.empty();

  @Option(
      names = "--turns",
      paramLabel = "X",
      description = "How often the arm of a spiral goes round (default: 1).")
  private Optional<Double> turns = Optional.empty();

  @Option(
      names = "--side",
      paramLabel = "N",
      description = "Pixels along a side of the digits: 8 (default), 28, or any from 5.")
  private Optional<Integer> side = Optional.empty();

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "The labels of an IDX data set (default: the name that goes with the pictures).")
  private Optional<String> labels = Optional.empty();

  @Option(
      names = "--label-column",
      paramLabel = "NAME",
      description = "Of a CSV file, or its number from 1 (default: the last).")
  private Optional<String> labelColumn = Optional.empty();

  /** Options that were given, by name. */
  private Map<String, Optional<?>> given() {
    Map<String, Optional<?>> given = new LinkedHashMap<>();
    given.put("--noise", noise);
    given.put("--classes", classes);
    given.put("--turns", turns);
    given.put("--side", side);
    given.put("--labels", labels);
    given.put("--label-column", labelColumn);
    return given;
  }

  private void allow(String what, String... allowed) {
    given()
        .forEach(
            (name, value) -> {
              if (value.isPresent() && !List.of(allowed).contains(name)) {
                throw new IllegalArgumentException(name + " says nothing about " + what);
              }
            });
  }

  /** Whether the inputs of this data differ in kind, so that they are to be standardised. */
  boolean isTable(NamedData read) {
    return !GENERATED.contains(data) && read.pictures().isEmpty();
  }

  /**
   * The data.
   *
   * @throws IllegalArgumentException if an option does not fit it
   * @throws dev.backproof.mlp.data.DataFault if something is wrong with a file
   * @throws UncheckedIOException if one cannot be read
   */
  NamedData read(long seed) {
    if (!GENERATED.contains(data)) {
      if (data.matches("\\w*") && !Files.exists(Path.of(data))) {
        throw new IllegalArgumentException(
            "'" + data + "' is none of " + String.join(", ", GENERATED) + ", and no file");
      }
      NamedData all = file(new InputFile(data));
      return examples.map(all::first).orElse(all);
    }
    if (data.equals("digits")) {
      allow(data, "--side");
      int pixels = side.orElse(StrokeDigits.SMALL);
      return NamedData.pictures(
          data,
          StrokeDigits.generate(examples.orElse(DIGITS), pixels, seed),
          new Pictures(pixels, pixels));
    }
    int n = examples.orElse(POINTS);
    return NamedData.points(
        data,
        switch (data) {
          case "circles" -> {
            allow(data, "--noise", "--classes");
            yield Circles.generate(n, classes.orElse(2), noise.orElse(0.1), seed);
          }
          case "spirals" -> {
            allow(data, "--noise", "--classes", "--turns");
            yield Spirals.generate(
                n, classes.orElse(3), turns.orElse(1.0), noise.orElse(0.03), seed);
          }
          case "blobs" -> {
            allow(data, "--noise", "--classes");
            yield Blobs.generate(n, classes.orElse(4), noise.orElse(0.3), seed);
          }
          case "xor" -> {
            allow(data, "--noise");
            yield Xor.generate(n, noise.orElse(0.05), seed);
          }
          default -> {
            allow(data, "--noise");
            yield TwoMoons.generate(n, noise.orElse(0.15), seed);
          }
        });
  }

  private NamedData file(InputFile file) {
    try (InputStream in = new BufferedInputStream(file.open())) {
      in.mark(4);
      byte[] first = in.readNBytes(4);
      in.reset();
      if (IdxData.isIdx(first)) {
        allow("pictures", "--labels");
        InputFile beside = new InputFile(labels.orElseGet(() -> labelsBeside(file)));
        try (InputStream labelled = beside.open()) {
          return IdxData.read(file.said(), in, beside.said(), labelled);
        }
      }
      if (labels.isPresent()) {
        throw new IllegalArgumentException(
            "--labels goes with pictures, but " + file.said() + " is no IDX file");
      }
      allow("a table", "--label-column");
      return CsvData.read(file.said(), InputFile.text(in), labelColumn);
    } catch (IOException e) {
      throw file.unreadable(e);
    } catch (UncheckedIOException e) {
      throw file.unreadable(e);
    }
  }

  /** As MNIST has them: train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz. */
  private static String labelsBeside(InputFile pictures) {
    Path file = Path.of(pictures.name());
    String name = String.valueOf(file.getFileName());
    String other = name.replace("images", "labels").replace("idx3", "idx1");
    Path beside = file.resolveSibling(other);
    if (other.equals(name) || !Files.exists(beside)) {
      throw new IllegalArgumentException(
          "where are the labels of the pictures in "
              + pictures.said()
              + "? Say --labels FILE"
              + (other.equals(name) ? "" : " (there is no " + beside + ")"));
    }
    return beside.toString();
  }
}
