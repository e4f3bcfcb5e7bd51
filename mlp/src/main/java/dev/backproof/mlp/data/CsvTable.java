package dev.backproof.mlp.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of text: fields without blanks around them, equally many in each line.
 *
 * @param file what it is called in messages
 * @param columns the name of each column: from the first line, else column 1, column 2, …
 * @param named whether the first line had names
 * @param rows the other lines
 */
record CsvTable(String file, List<String> columns, boolean named, List<Row> rows) {
  private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NaN", "nan", "null", "?");
  private static final int LOOK_AHEAD = 1 << 16;

  /**
   * One line.
   *
   * @param line its number in the file, from 1
   * @param fields as many as columns
   */
  record Row(long line, List<String> fields) {}

  /**
   * Reads all of it. Fields are separated by commas, semicolons or tabs, whichever the first line
   * has most of.
   *
   * @throws DataFault if it is no table
   * @throws UncheckedIOException if it cannot be read
   */
  static CsvTable read(String file, Reader text) {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader buffered = new BufferedReader(text, LOOK_AHEAD)) {
      skipMark(buffered);
      for (CsvRecord line :
          CsvReader.builder()
              .fieldSeparator(separator(buffered))
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowUnclosedQuote(false)
              .ofCsvRecord(buffered)) {
        rows.add(
            new Row(
                line.getStartingLineNumber(),
                line.getFields().stream().map(String::strip).toList()));
      }
    } catch (CsvParseException e) {
      throw new DataFault(file, "no CSV: " + reason(e) + "; close every quote that is opened");
    } catch (CharacterCodingException e) {
      throw new DataFault(file, "not a text in UTF-8; save it as UTF-8");
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new DataFault(file, "not a text in UTF-8; save it as UTF-8");
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (rows.isEmpty()) {
      throw new DataFault(
          file,
          "there is nothing in it; a line for each example is expected: numbers, and a label");
    }
    if (rows.size() == 1 && rows.get(0).fields().stream().allMatch(f -> number(f).isEmpty())) {
      throw new DataFault(
          file, "there are names of columns and nothing below them; add a line for each example");
    }
    return headed(file, rows);
  }

  /** Some editors begin a file with a mark of its order of bytes. */
  private static void skipMark(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != '\ufeff') {
      text.reset();
    }
  }

  private static String reason(CsvParseException e) {
    Throwable cause = e.getCause();
    String said = String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    return said.replaceAll("\\s+", " ");
  }

  private static char separator(BufferedReader text) throws IOException {
    text.mark(LOOK_AHEAD);
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    boolean quoted = false;
    for (int i = 0; i < LOOK_AHEAD - 1; i++) {
      int c = text.read();
      if (c < 0 || (c == '\n' && !quoted)) {
        break;
      }
      quoted ^= c == '"';
      commas += c == ',' && !quoted ? 1 : 0;
      semicolons += c == ';' && !quoted ? 1 : 0;
      tabs += c == '\t' && !quoted ? 1 : 0;
    }
    text.reset();
    if (semicolons > commas && semicolons >= tabs) {
      return ';';
    }
    return tabs > commas ? '\t' : ',';
  }

  /** The first line has names if at least one column has a text there and a number below. */
  private static CsvTable headed(String file, List<Row> rows) {
    Row first = rows.get(0);
    boolean named = false;
    for (int i = 0; i < first.fields().size() && rows.size() > 1; i++) {
      List<String> second = rows.get(1).fields();
      named |=
          !isMissing(first.fields().get(i))
              && number(first.fields().get(i)).isEmpty()
              && i < second.size()
              && (number(second.get(i)).isPresent() || isMissing(second.get(i)));
    }
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < first.fields().size(); i++) {
      String name = named ? first.fields().get(i) : "";
      columns.add(name.isEmpty() ? "column " + (i + 1) : name);
    }
    Set<String> different = new HashSet<>();
    for (String column : columns) {
      if (!different.add(column)) {
        throw new DataFault(
            file,
            first.line(),
            "two columns are called '" + column + "'; give each a name of its own");
      }
    }
    List<Row> below = named ? rows.subList(1, rows.size()) : rows;
    for (Row row : below) {
      if (row.fields().size() != columns.size()) {
        throw new DataFault(
            file,
            row.line(),
            row.fields().size()
                + (row.fields().size() == 1 ? " field" : " fields")
                + ", but line "
                + first.line()
                + " has "
                + columns.size()
                + "; every line has one for each of "
                + some(columns));
      }
    }
    return new CsvTable(file, List.copyOf(columns), named, List.copyOf(below));
  }

  /** Names in a sentence, not too many. */
  static String some(List<String> names) {
    return names.size() <= 8
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 6)) + ", … (" + names.size() + " in all)";
  }

  /**
   * The position of a column, by its name or its number from 1.
   *
   * @throws DataFault if there is none
   */
  int column(String wanted) {
    int byName = columns.indexOf(wanted);
    if (byName >= 0) {
      return byName;
    }
    if (wanted.matches("\\d{1,9}")) {
      int number = Integer.parseInt(wanted);
      if (number >= 1 && number <= columns.size()) {
        return number - 1;
      }
    }
    throw new DataFault(
        file,
        "no column '" + wanted + "'; there are " + some(columns) + ", or their numbers from 1");
  }

  /** Whether there is a column of that name. */
  boolean has(String name) {
    return named && columns.contains(name);
  }

  /**
   * A field that has to be a number.
   *
   * @throws DataFault if it is none, or not finite
   */
  double number(Row row, int column) {
    String field = row.fields().get(column);
    requireGiven("no value for", row, column);
    Optional<Double> number = number(field);
    if (number.isEmpty() || !Double.isFinite(number.get())) {
      boolean comma = field.matches("[-+]?\\d+,\\d+");
      throw new DataFault(
          file,
          row.line(),
          column + 1,
          "'"
              + field
              + "' for '"
              + columns.get(column)
              + "' is no finite number; "
              + (comma
                  ? "write it with a point: " + field.replace(',', '.')
                  : "correct it, or take the line or the column out"));
    }
    return number.get();
  }

  private void requireGiven(String otherwise, Row row, int column) {
    String field = row.fields().get(column);
    if (isMissing(field)) {
      throw new DataFault(
          file,
          row.line(),
          column + 1,
          otherwise
              + " '"
              + columns.get(column)
              + "'"
              + (field.isEmpty() ? "" : ", only '" + field + "'")
              + "; fill it in, or take the line out");
    }
  }

  /**
   * A field that has to be a label.
   *
   * @throws DataFault if there is none
   */
  String label(Row row, int column) {
    String field = row.fields().get(column);
    requireGiven("no label in", row, column);
    return field;
  }

  private static boolean isMissing(String field) {
    return MISSING.contains(field);
  }

  private static Optional<Double> number(String field) {
    // Java would also take 1d, 0x1p3 and Infinity.
    if (!field.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
      return Optional.empty();
    }
    return Optional.of(Double.parseDouble(field));
  }
}
