package dev.backproof.verify.derivation;

import static com.google.common.base.Preconditions.checkArgument;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * Terms each of which is to equal the one before, with reasons.
 *
 * @param declarations what the letters mean
 * @param hypotheses what is taken for granted
 * @param where 1 if the equations are to hold everywhere; else a term that is 1 where they are to
 *     hold and 0 elsewhere: 1 − δₖᵧ for "k ≠ y", [z &gt; 0] for "z &gt; 0"
 * @param lines the lines, two at least
 */
public record Chain(
    Declarations declarations, List<Hypothesis> hypotheses, Term where, List<Line> lines) {
  /** Copies the lists. */
  public Chain {
    checkArgument(lines.size() > 1, "a chain has two lines at least");
    declarations = declarations.copy();
    hypotheses = List.copyOf(hypotheses);
    lines = List.copyOf(lines);
  }

  /** A chain of equations that are to hold everywhere. */
  public static Chain of(Declarations declarations, List<Line> lines) {
    return new Chain(declarations, List.of(), Term.ONE, lines);
  }

  /**
   * What each "=" says. What the first line needs to be defined is taken for granted in all.
   *
   * @throws Refusal if a line is ill-typed
   */
  public List<Statement> links() {
    List<Hypothesis> granted = new ArrayList<>(hypotheses);
    Term first = at(0);
    if (isDifferentiated(first)) {
      Statement defined = new Statement(declarations, hypotheses, first, Term.ZERO, false);
      for (Condition needed : new Kernel(defined).assumptions()) {
        granted.add(Hypothesis.sign(needed.indices(), needed.term(), needed.signs()));
      }
    }
    List<Statement> links = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      links.add(new Statement(declarations, granted, at(i - 1), at(i), false));
    }
    return links;
  }

  /** How the lines are written. */
  List<Symbol> written(MathText writer) {
    return lines.stream().map(line -> line.written(writer.over(declarations))).toList();
  }

  /** What comes of it: the first line is the last. */
  Symbol ends(MathText writer) {
    List<Symbol> all = written(writer);
    Symbol first = all.get(0);
    Symbol last = all.get(all.size() - 1);
    return new Symbol(first.text() + " = " + last.text(), first.latex() + " = " + last.latex());
  }

  private Term at(int line) {
    Term term = lines.get(line).term();
    return where.isNumber(1) ? term : Term.multiply(where, term);
  }

  private static boolean isDifferentiated(Term t) {
    return t.is(Term.Kind.DERIVATIVE) || t.arguments().stream().anyMatch(Chain::isDifferentiated);
  }

  /**
   * Has each "=" decided: proved at kinks too, the proof replayed and evaluated.
   *
   * @throws UnprovedLink if one is not proved
   */
  public ProvedChain prove() {
    List<Decision.Proved> proofs = new ArrayList<>();
    List<Statement> links = links();
    for (int i = 0; i < links.size(); i++) {
      Decision decision = Decider.USUAL.strictly().decide(links.get(i));
      if (!(decision instanceof Decision.Proved proved)) {
        throw new UnprovedLink(this, i + 1, decision);
      }
      proofs.add(proved);
    }
    return new ProvedChain(this, proofs);
  }
}
