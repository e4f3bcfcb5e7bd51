package dev.backproof.verify.report;

import dev.backproof.verify.report.ComputationGraph.Local;
import dev.backproof.verify.report.ComputationGraph.Pull;
import java.util.regex.Pattern;

/** What the symbols of a text mean: those that occur in it. */
final class Legend {
  /** A symbol, how it is recognised, and its meaning. */
  private record Entry(String symbol, String pattern, String meaning) {
    boolean occursIn(CharSequence text) {
      return Pattern.compile(pattern).matcher(text).find();
    }
  }

  private static final Entry[] ENTRIES = {
    new Entry("x̄", "", "cotangent of x: the derivative of the result with respect to x"),
    new Entry("+=", "\\+=", "another path has been here: contributions add up"),
    new Entry("⊙", "⊙", "product entry by entry"),
    new Entry("⊛", "⊛", "product entry by entry, in which a zero wins, even over ∞ and NaN"),
    new Entry("A · B", " · ", "product of matrices; in it a vector is a column"),
    new Entry("Aᵀ", "ᵀ", "A transposed"),
    new Entry("Σ₀(x)", "Σ[₀-₉]", "sum over axis 0"),
    new Entry("max₀(x)", "max[₀-₉]", "maximum over axis 0"),
    new Entry("repeat₀(x, n)", "repeat[₀-₉]", "x, n times along a new axis 0"),
    new Entry("column(x)", "column\\(", "the vector x as a matrix of one column"),
    new Entry("row(x)", "row\\(", "the vector x as a matrix of one row"),
    new Entry("newaxis₀(x)", "newaxis[₀-₉]", "x with a new axis 0 of extent 1"),
    new Entry("pad₀(x, …)", "pad[₀-₉]", "x amid zeros along axis 0"),
    new Entry("sumTo(x, s)", "sumTo\\(", "x summed to shape s where it had been repeated"),
    new Entry("broadcast(x, s)", "broadcast\\(", "x repeated to shape s"),
    new Entry("[P]", " [>=] ", "1 where P holds, else 0"),
    new Entry("where(c, a, b)", "where\\(", "a where c is not 0, b elsewhere"),
    new Entry("detach(x)", "detach\\(", "x taken as a constant"),
    new Entry("onehot(y, m)", "onehot\\(", "row y of the m×m identity; y counts from 0")
  };

  private Legend() {}

  /** The entries for the symbols that occur in a graph, below what is in the table. */
  static String of(ComputationGraph graph, TextTable table) {
    StringBuilder text = new StringBuilder();
    graph.nodes().forEach(node -> text.append(node.operation()).append('\n'));
    for (Pull pull : graph.pulls()) {
      text.append(pull.meets() ? "+=" : "");
      pull.edge().local().map(Local::text).ifPresent(local -> text.append(local).append('\n'));
    }
    for (Entry entry : ENTRIES) {
      if (entry.occursIn(text)) {
        table.row(entry.symbol(), entry.meaning());
      }
    }
    return table.toString();
  }
}
