package dev.backproof.verify.mlp;

import dev.backproof.core.Elementary;
import dev.backproof.mlp.Network;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Networks of all sizes down to 1, with every activation that is defined for all numbers. */
class NetworkCases extends DomainContextBase {
  private static final int LARGEST = 4;

  @Provide
  Arbitrary<NetworkCase> networks() {
    Arbitrary<Integer> size = Arbitraries.integers().between(1, LARGEST);
    Arbitrary<Elementary> activation =
        Arbitraries.of(
            Elementary.RECT,
            Elementary.TANH,
            Elementary.SIGMOID,
            Elementary.SOFTPLUS,
            Elementary.ABS,
            Elementary.SIN,
            Elementary.ERF,
            Elementary.SQUARE,
            Elementary.EXP);
    return Combinators.combine(
            activation,
            size,
            size,
            size,
            Arbitraries.integers().between(0, LARGEST),
            Arbitraries.of(true, false),
            Arbitraries.longs().between(0, 1_000_000))
        .as(
            (f, d, h, m, n, penalised, seed) ->
                new NetworkCase(new Network(f), d, h, m, n, penalised, seed));
  }
}
