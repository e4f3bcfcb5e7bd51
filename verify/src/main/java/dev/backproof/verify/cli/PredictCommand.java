package dev.backproof.verify.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.data.CsvData;
import dev.backproof.mlp.data.IdxData;
import dev.backproof.mlp.model.Model;
import dev.backproof.mlp.model.ModelFormat;
import dev.backproof.verify.training.Wording;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the classes of new examples. */
@Command(
    name = "predict",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Finds the classes of new examples by a model that train has written. Prints a line of CSV"
            + " for each: the class, then the probability of every class. If the examples have"
            + " labels, the share that is found is said beside it.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "2:the command line is wrong",
      "5:a file cannot be read or written, or something is wrong with it",
      "70:an internal error"
    })
final class PredictCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "MODEL", description = "model.json, or model.npz.")
  private String model = "";

  @Parameters(
      index = "1",
      paramLabel = "DATA",
      description = "CSV, or the pictures of an IDX data set, plain or gzip; - for standard input.")
  private String data = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where it goes (default: standard output).")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--quiet", description = "Results only: no talk.")
  private boolean quiet;

  PredictCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    output.ifPresent(ReportFile::prepare);
    InputFile file = new InputFile(model);
    Model trained = ModelFormat.read(file.said(), file.bytes());
    CsvData.Unlabelled examples = examples(new InputFile(data), trained);
    DenseTensor probabilities = trained.probabilities(examples.examples());
    String text = csv(trained, probabilities);
    ReportFile.writeOrPrint(output, text, terminal);
    if (!quiet) {
      examples.labels().ifPresent(labels -> sayAccuracy(labels, Model.best(probabilities)));
    }
    return 0;
  }

  private void sayAccuracy(DenseTensor labels, int[] said) {
    int right = 0;
    for (int row = 0; row < said.length; row++) {
      right += labels.at(row) == said[row] ? 1 : 0;
    }
    terminal
        .talk()
        .println(
            right
                + " of "
                + said.length
                + " labels found ("
                + Wording.percent((double) right / said.length)
                + ")");
  }

  private static CsvData.Unlabelled examples(InputFile file, Model model) {
    try (InputStream in = new BufferedInputStream(file.open())) {
      in.mark(4);
      byte[] first = in.readNBytes(4);
      in.reset();
      return IdxData.isIdx(first)
          ? new CsvData.Unlabelled(
              IdxData.readExamples(file.said(), in, model.inputs().size()), Optional.empty())
          : CsvData.readExamples(
              file.said(),
              InputFile.text(in),
              model.inputs(),
              model.classes(),
              model.labelColumn());
    } catch (IOException e) {
      throw file.unreadable(e);
    } catch (UncheckedIOException e) {
      throw file.unreadable(e);
    }
  }

  private static String csv(Model model, DenseTensor probabilities) {
    StringWriter text = new StringWriter();
    int m = model.classes().size();
    int[] best = Model.best(probabilities);
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      List<String> head = new ArrayList<>(List.of("class"));
      model.classes().forEach(name -> head.add("p(" + name + ")"));
      csv.writeRecord(head);
      for (int row = 0; row < best.length; row++) {
        List<String> line = new ArrayList<>(List.of(model.classes().get(best[row])));
        for (int k = 0; k < m; k++) {
          line.add(Double.toString(probabilities.at(row * m + k)));
        }
        csv.writeRecord(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
