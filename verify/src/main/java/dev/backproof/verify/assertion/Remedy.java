package dev.backproof.verify.assertion;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.prover.Attempt;
import dev.backproof.verify.prover.Prover;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What to declare of an operand so that a sign is known which a proof needs. */
final class Remedy {
  /** Such a sign follows in a few steps or not at all. */
  private static final int BUDGET = 2_000;

  private Remedy() {}

  /** How to declare it, if one operand can be meant and its sign is enough. */
  static Optional<String> declaring(Condition missing, Statement of) {
    List<String> names =
        missing.term().parts().stream()
            .filter(part -> part.is(Term.Kind.ENTRY))
            .map(part -> operand(part.name()))
            .distinct()
            .toList();
    if (names.size() != 1) {
      return Optional.empty();
    }
    String name = names.get(0);
    List<String> ways = new ArrayList<>();
    if (isEnough(Signs.POSITIVE, name, missing, of)) {
      ways.add("positive(" + name + ")");
    }
    if (isEnough(Signs.NON_ZERO, name, missing, of)) {
      ways.add("nonZero(" + name + ")");
    }
    return ways.isEmpty()
        ? Optional.empty()
        : Optional.of("declare " + String.join(", or ", ways) + ", if no other is meant");
  }

  /** The operand of which it is one of several members, one for each position. */
  static String operand(String member) {
    return member.replaceFirst("[.][0-9.]*$", "");
  }

  /** Whether the sign follows where this is declared: then a term that needs it makes sense. */
  private static boolean isEnough(Signs declared, String name, Condition missing, Statement of) {
    List<Hypothesis> hypotheses = new ArrayList<>(of.hypotheses());
    of.declarations()
        .tensors()
        .forEach(
            (member, axes) -> {
              if (operand(member).equals(name)) {
                List<Term> at = indices(axes);
                hypotheses.add(Hypothesis.sign(at, Term.entry(member, at), declared));
              }
            });
    boolean positive = missing.signs().equals(Signs.POSITIVE);
    Term needs =
        positive ? Term.log(missing.term()) : Term.power(missing.term(), Rational.MINUS_ONE);
    Statement sense = new Statement(of.declarations(), hypotheses, needs, needs, false);
    return (positive || missing.signs().equals(Signs.NON_ZERO))
        && Prover.prove(sense, BUDGET) instanceof Attempt.Proved;
  }

  private static List<Term> indices(List<String> axes) {
    List<Term> indices = new ArrayList<>();
    for (String axis : axes) {
      int before = Collections.frequency(axes.subList(0, indices.size()), axis);
      indices.add(Declarations.made(before, axis));
    }
    return indices;
  }
}
