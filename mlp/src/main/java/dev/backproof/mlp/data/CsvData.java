package dev.backproof.mlp.data;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Examples from CSV: a line for each, numbers in all columns but one, which has the label.
 *
 * <p>The first line may have names; it has if it has a text where the second has a number. Labels
 * are any words; classes are in the order of their numbers if all are whole numbers, else in that
 * of the alphabet. Fields are separated by commas, semicolons or tabs and may be quoted; blanks
 * around them do not count, nor do empty lines.
 */
public final class CsvData {
  private static final int FEWEST_LINES_TO_JUDGE = 10;

  private CsvData() {}

  /**
   * Examples with labels.
   *
   * @param file what it is called in messages, and as a data set
   * @param labelColumn the name of the column with the labels, or its number from 1; if nothing is
   *     said, the last
   * @throws DataFault if something is wrong with it
   * @throws UncheckedIOException if it cannot be read
   */
  public static NamedData read(String file, Reader text, Optional<String> labelColumn) {
    CsvTable table = CsvTable.read(file, text);
    int columns = table.columns().size();
    if (columns < 2) {
      throw new DataFault(
          file,
          "there is one column; at least one of numbers and one of labels are expected,"
              + " separated by commas, semicolons or tabs");
    }
    if (table.rows().isEmpty()) {
      throw new DataFault(file, "there is a line of names, but no example below it");
    }
    int label = labelColumn.map(table::column).orElse(columns - 1);
    List<Integer> inputs = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      if (i != label) {
        inputs.add(i);
      }
    }
    List<String> labels = table.rows().stream().map(row -> table.label(row, label)).toList();
    List<String> classes = classes(table, label, labels);
    double[] y = labels.stream().mapToDouble(classes::indexOf).toArray();
    return new NamedData(
        file,
        new Dataset(numbers(table, inputs), DenseTensor.vector(y), classes.size()),
        inputs.stream().map(table.columns()::get).toList(),
        classes,
        table.named() ? Optional.of(table.columns().get(label)) : Optional.empty(),
        Optional.empty());
  }

  private static List<String> classes(CsvTable table, int column, List<String> labels) {
    boolean numbered = labels.stream().allMatch(label -> label.matches("[-+]?\\d{1,15}"));
    Comparator<String> order = Comparator.naturalOrder();
    TreeSet<String> different =
        new TreeSet<>(
            numbered
                ? Comparator.<String>comparingLong(Long::parseLong).thenComparing(order)
                : order);
    different.addAll(labels);
    String where = "column '" + table.columns().get(column) + "' ";
    if (different.size() < 2) {
      throw new DataFault(
          table.file(),
          where
              + "has the one label '"
              + different.first()
              + "'; there is nothing to tell apart: is it the column with the labels?");
    }
    if (labels.size() >= FEWEST_LINES_TO_JUDGE && 2 * different.size() > labels.size()) {
      throw new DataFault(
          table.file(),
          where
              + "has "
              + different.size()
              + " different labels in "
              + labels.size()
              + " lines; a few classes are expected: is it the column with the labels?");
    }
    return List.copyOf(different);
  }

  private static DenseTensor numbers(CsvTable table, List<Integer> columns) {
    Shape shape = Shape.of(table.rows().size(), columns.size());
    double[] x = new double[shape.count()];
    int next = 0;
    for (CsvTable.Row row : table.rows()) {
      for (int column : columns) {
        x[next++] = table.number(row, column);
      }
    }
    return DenseTensor.of(shape, x);
  }

  /**
   * Examples whose classes are to be found, and their labels if there are any.
   *
   * @param examples [n×d]
   * @param labels of each example, counted from 0
   */
  public record Unlabelled(DenseTensor examples, Optional<DenseTensor> labels) {}

  /**
   * Examples for a network that is there: the columns are found by their names if the file has
   * names; else there is one for each input, or one more with the label behind them.
   *
   * @param inputs the name of each input
   * @param classes the name of each class
   * @param labelColumn the name of the column that had the labels; it need not be there
   * @throws DataFault if something is wrong with it
   * @throws UncheckedIOException if it cannot be read
   */
  public static Unlabelled readExamples(
      String file,
      Reader text,
      List<String> inputs,
      List<String> classes,
      Optional<String> labelColumn) {
    CsvTable table = CsvTable.read(file, text);
    List<Integer> columns = new ArrayList<>();
    Optional<Integer> label = Optional.empty();
    if (table.named()) {
      inputs.forEach(name -> columns.add(named(table, name)));
      label = labelColumn.filter(table::has).map(table.columns()::indexOf);
    } else {
      int d = inputs.size();
      int given = table.columns().size();
      if (given != d && given != d + 1) {
        throw new DataFault(
            file,
            table.rows().get(0).line(),
            given
                + (given == 1 ? " field" : " fields")
                + ", but the model has "
                + d
                + " inputs: "
                + CsvTable.some(inputs)
                + "; a label may stand behind them");
      }
      for (int i = 0; i < d; i++) {
        columns.add(i);
      }
      label = given == d + 1 ? Optional.of(d) : Optional.empty();
    }
    if (table.rows().isEmpty()) {
      throw new DataFault(file, "there is a line of names, but no example below it");
    }
    return new Unlabelled(
        numbers(table, columns), label.map(column -> labels(table, column, classes)));
  }

  private static int named(CsvTable table, String name) {
    int column = table.columns().indexOf(name);
    if (column < 0) {
      throw new DataFault(
          table.file(),
          "no column '"
              + name
              + "', which the model was trained on; there are "
              + CsvTable.some(table.columns()));
    }
    return column;
  }

  private static DenseTensor labels(CsvTable table, int column, List<String> classes) {
    double[] y = new double[table.rows().size()];
    int next = 0;
    for (CsvTable.Row row : table.rows()) {
      String label = table.label(row, column);
      y[next] = classes.indexOf(label);
      if (y[next] < 0) {
        throw new DataFault(
            table.file(),
            row.line(),
            column + 1,
            "the label '"
                + label
                + "' is none of the model's classes "
                + CsvTable.some(classes)
                + "; correct it, or take the column out");
      }
      next++;
    }
    return DenseTensor.vector(y);
  }
}
