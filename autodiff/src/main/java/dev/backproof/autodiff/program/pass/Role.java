package dev.backproof.autodiff.program.pass;

/** How a value lies in the space that a fused region walks, rows of equally many entries. */
public enum Role {
  /** An entry at each place. */
  FULL,
  /** One entry for each row. */
  COLUMN,
  /** One row, the same for all rows. */
  ROW,
  /** One entry, the same everywhere. */
  SCALAR,
  /** One row, summed over all rows; there only when the last row is done. */
  TOTAL_ROW,
  /** One entry, summed over all rows; there only when the last row is done. */
  TOTAL;

  /** Whether this is there only when the last row is done. */
  public boolean isTotal() {
    return this == TOTAL_ROW || this == TOTAL;
  }
}
