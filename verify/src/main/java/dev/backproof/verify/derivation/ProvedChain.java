package dev.backproof.verify.derivation;

import dev.backproof.verify.prover.Decision;
import java.util.ArrayList;
import java.util.List;

/** A chain each "=" of which is proved; only {@link Chain#prove} makes one. */
public final class ProvedChain {
  private final Chain chain;
  private final List<Decision.Proved> proofs;

  ProvedChain(Chain chain, List<Decision.Proved> proofs) {
    this.chain = chain;
    this.proofs = List.copyOf(proofs);
  }

  /** The chain. */
  public Chain chain() {
    return chain;
  }

  /** The proof of each "=", in order. */
  public List<Decision.Proved> proofs() {
    return proofs;
  }

  /** As text, with the reasons in a column of their own. */
  public String text(MathText writer) {
    List<String> lines = new ArrayList<>();
    TextPage.chain(writer, chain, lines);
    return String.join("\n", lines) + "\n";
  }

  /** As an {@code align*} block. */
  public String latex(MathText writer) {
    List<String> lines = new ArrayList<>();
    LatexPage.block(LatexPage.rows(writer, chain), lines);
    return String.join("\n", lines) + "\n";
  }
}
