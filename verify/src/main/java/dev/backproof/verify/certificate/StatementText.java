package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a certificate proves, for people: {@code ∂(Σ(i:d) x[i]^2)/∂x[l] = 2·x[l]}.
 *
 * <p>Written from the terms that were checked, not from what a certificate says in words.
 */
public final class StatementText {
  private static final List<String> LETTERS = List.of("i", "j", "k", "l", "p", "q", "r", "s");

  private final Statement statement;
  private final List<Condition> assumptions;
  private final List<Hypothesis> hypotheses;
  private final int longest;
  private final Set<String> taken = new HashSet<>();

  private StatementText(
      Statement statement, List<Condition> assumptions, List<Hypothesis> hypotheses, int longest) {
    this.statement = statement;
    this.assumptions = assumptions;
    this.hypotheses = hypotheses;
    this.longest = longest;
    Declarations letters = statement.declarations();
    taken.addAll(letters.sizes());
    taken.addAll(letters.tensors().keySet());
    taken.addAll(letters.labels().keySet());
  }

  /**
   * One line: where it holds, both sides, the assumptions, the hypotheses that were used.
   *
   * @param longest the characters after which a term is cut off, with an ellipsis
   */
  public static String of(Replayed replayed, int longest) {
    return of(replayed.statement(), replayed.assumptions(), replayed.hypotheses(), longest);
  }

  /**
   * A condition of a statement: x[i] &gt; 0 for all i.
   *
   * @param longest the characters after which the term is cut off, with an ellipsis
   */
  public static String of(Statement statement, Condition condition, int longest) {
    return new StatementText(statement, List.of(), List.of(), longest).of(condition);
  }

  static String of(
      Statement statement, List<Condition> assumptions, List<Hypothesis> hypotheses, int longest) {
    return new StatementText(statement, assumptions, hypotheses, longest).line();
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    line.append(statement.offKinks() ? "(off the kinks): " : "(everywhere): ");
    line.append(term(statement.left(), List.of())).append(" = ");
    line.append(term(statement.right(), List.of()));
    if (!assumptions.isEmpty()) {
      line.append(", if ").append(joined(assumptions.stream().map(this::of).toList()));
    }
    if (!hypotheses.isEmpty()) {
      line.append(", given ").append(joined(hypotheses.stream().map(this::of).toList()));
    }
    return line.toString();
  }

  private static String joined(List<String> parts) {
    return String.join(" and ", parts);
  }

  private String of(Condition c) {
    return sign(term(c.term(), c.indices()), c.signs()) + quantifier(c.indices());
  }

  private String of(Hypothesis h) {
    String left = term(h.left(), h.indices());
    String equation = h.left().equals(h.right()) ? "" : left + " = " + term(h.right(), h.indices());
    String sign = h.signs().equals(Signs.ANY) ? "" : sign(left, h.signs());
    String both = equation.isEmpty() || sign.isEmpty() ? "" : " and ";
    return equation + both + sign + quantifier(h.indices());
  }

  private static String sign(String term, Signs signs) {
    return switch (signs.toString()) {
      case "positive" -> term + " > 0";
      case "negative" -> term + " < 0";
      case "nonzero" -> term + " ≠ 0";
      case "nonnegative" -> term + " ≥ 0";
      case "nonpositive" -> term + " ≤ 0";
      case "zero" -> term + " = 0";
      default -> term + " is " + signs;
    };
  }

  private String quantifier(List<Term> indices) {
    Map<String, String> names = names(indices);
    return indices.isEmpty()
        ? ""
        : indices.stream()
            .map(index -> names.getOrDefault(index.name(), index.name()))
            .collect(Collectors.joining(", ", " for all ", ""));
  }

  /** Names for indices made by the machine. */
  private Map<String, String> names(List<Term> indices) {
    Map<String, String> names = new HashMap<>();
    for (Term index : indices) {
      names.put(index.name(), InfixText.fresh(LETTERS, taken, names.values()));
    }
    return names;
  }

  private String term(Term term, List<Term> indices) {
    return new InfixText(LETTERS, taken, names(indices), longest).write(term);
  }
}
