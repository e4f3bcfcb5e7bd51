package dev.backproof.verify.assertion;

import dev.backproof.verify.derivation.MathText;
import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Terms, conditions and hypotheses as a message shows them: the only place that asks how terms are
 * written.
 *
 * @param declarations what the letters mean
 */
record Shown(Declarations declarations) {
  private static final int MOST_PARTS = 2_000;
  private static final int LONGEST = 1_000;

  private MathText writer() {
    return MathText.of(declarations);
  }

  /** A term on one line; one that nobody would read is cut off, or not written at all. */
  String term(Term term) {
    return parts(term, new IdentityHashMap<>()) > MOST_PARTS
        ? "a term of more than " + MOST_PARTS + " parts"
        : shortened(writer().text(term));
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
  }

  /** As it would be written, without regard to what is in it twice. */
  private static long parts(Term term, Map<Term, Long> known) {
    Long before = known.get(term);
    if (before != null) {
      return before;
    }
    long parts = 1;
    for (Term argument : term.arguments()) {
      parts = Math.min(MOST_PARTS + 1L, parts + parts(argument, known));
    }
    known.put(term, parts);
    return parts;
  }

  /** What has to hold, in order; what says the same once, in the shortest way. */
  List<String> conditions(List<Condition> conditions) {
    Map<Object, String> shortest = new HashMap<>();
    for (Condition condition : conditions) {
      boolean sameSign = !condition.signs().equals(Signs.NON_ZERO);
      LinearForm form = LinearForm.of(condition.term()).scaled(sameSign);
      shortest.merge(
          List.of(condition.signs(), condition.indices(), form),
          condition(condition),
          BinaryOperator.minBy(
              Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder())));
    }
    return shortest.values().stream().distinct().sorted().toList();
  }

  /** What has to hold, on one line. */
  String condition(Condition condition) {
    return parts(condition.term(), new IdentityHashMap<>()) > MOST_PARTS
        ? term(condition.term()) + " has to have a sign"
        : shortened(writer().condition(withoutFactor(condition)).text());
  }

  /** −x ≠ 0 is x ≠ 0. */
  private static Condition withoutFactor(Condition condition) {
    Term term = condition.term();
    List<Term> factors =
        term.arguments().stream().filter(f -> !f.is(Term.Kind.NUMBER) || f.isNumber(0)).toList();
    boolean scaled = term.is(Term.Kind.MULTIPLY) && factors.size() < term.arguments().size();
    return scaled && condition.signs().equals(Signs.NON_ZERO) && !factors.isEmpty()
        ? withoutFactor(
            new Condition(condition.signs(), condition.indices(), Term.multiply(factors)))
        : condition;
  }

  /** What is taken for granted, in order. */
  List<String> hypotheses(List<Hypothesis> hypotheses) {
    return hypotheses.stream().map(this::hypothesis).distinct().sorted().toList();
  }

  private String hypothesis(Hypothesis hypothesis) {
    Optional<Term> maximum = Ties.maximum(hypothesis);
    if (maximum.isPresent()) {
      Condition other = new Condition(Signs.NON_ZERO, hypothesis.indices(), maximum.get());
      return writer().condition(other).text().replaceFirst(" ≠ 0", " is attained in one place");
    }
    return hypothesis.left().equals(hypothesis.right())
        ? condition(new Condition(hypothesis.signs(), hypothesis.indices(), hypothesis.left()))
        : term(hypothesis.left()) + " = " + term(hypothesis.right());
  }
}
