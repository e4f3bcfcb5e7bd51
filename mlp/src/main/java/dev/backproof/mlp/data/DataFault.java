package dev.backproof.mlp.data;

/**
 * Something is wrong with a file of data: one line for people, which begins with the file, the line
 * and the column as far as they are known, says what was expected, and ends with what to do.
 */
public final class DataFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault of a whole file. */
  public DataFault(String file, String what) {
    super(file + ": " + what);
  }

  /** A fault on a line, counted from 1. */
  public DataFault(String file, long line, String what) {
    super(file + ":" + line + ": " + what);
  }

  /** A fault of one field, both counted from 1. */
  public DataFault(String file, long line, int column, String what) {
    super(file + ":" + line + ":" + column + ": " + what);
  }
}
