package dev.backproof.verify.bench;

import java.util.List;
import java.util.Optional;

/**
 * Everything that was measured.
 *
 * @param quick whether it is a first impression only
 * @param rounds forks of each row
 * @param timing of a fork
 * @param machine where
 * @param rows whole steps and forward passes
 * @param operations lengths of the programs
 * @param growth how it grows
 */
public record BenchReport(
    boolean quick,
    int rounds,
    Timing timing,
    Machine machine,
    List<Row> rows,
    List<Operations> operations,
    Growth growth) {
  /** Copies the lists. */
  public BenchReport {
    rows = List.copyOf(rows);
    operations = List.copyOf(operations);
  }

  /** The sizes, in order. */
  public List<Sizes> sizes() {
    return rows.stream().map(Row::sizes).distinct().toList();
  }

  /** The numbers of threads, in order. */
  public List<Integer> threads() {
    return rows.stream().map(Row::threads).distinct().sorted().toList();
  }

  /** A row, if it was measured. */
  public Optional<Row> row(Sizes sizes, int threads, Variant variant) {
    return rows.stream()
        .filter(row -> row.sizes().equals(sizes))
        .filter(row -> row.threads() == threads && row.variant() == variant)
        .findFirst();
  }

  /** The time of one variant over that of another, if both were measured. */
  public Optional<Double> ratio(Sizes sizes, int threads, Variant variant, Variant over) {
    Optional<Row> below = row(sizes, threads, over);
    return row(sizes, threads, variant).flatMap(row -> below.map(row::over));
  }

  /** How many times faster a variant is with some threads than with one, if both were measured. */
  public Optional<Double> speedUp(Sizes sizes, int threads, Variant variant) {
    Optional<Row> many = row(sizes, threads, variant);
    return row(sizes, 1, variant).flatMap(row -> many.map(row::over));
  }
}
