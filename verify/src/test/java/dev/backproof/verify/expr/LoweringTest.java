package dev.backproof.verify.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import dev.backproof.verify.kernel.Term;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Shared values are lowered once: terms grow with the graph of a formula, not with its tree. */
class LoweringTest {
  private final Symbols symbols = new Symbols();
  private final Expr o = symbols.tensor("o", SampleNumbers.M);
  private final Term k = Term.index("k");

  private static int nodes(Term term) {
    Set<Term> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    count(term, seen);
    return seen.size();
  }

  private static void count(Term term, Set<Term> seen) {
    if (seen.add(term)) {
      term.arguments().forEach(part -> count(part, seen));
    }
  }

  private static <T extends Tensor<T>> T stacked(T o, int layers) {
    T y = o;
    for (int i = 0; i < layers; i++) {
      y = Functions.softmax(y);
    }
    return y;
  }

  @Test
  void eightLayersOfSoftmaxGrowByTheSameNumberOfNodesEach() {
    int[] sizes = new int[9];
    for (int layers = 1; layers < sizes.length; layers++) {
      sizes[layers] = nodes(stacked(o, layers).at(List.of(k)));
    }
    for (int layers = 3; layers < sizes.length; layers++) {
      assertEquals(sizes[2] - sizes[1], sizes[layers] - sizes[layers - 1]);
    }
    assertTrue(sizes[8] < 300, () -> sizes[8] + " nodes");
  }

  @Test
  void backwardSweepThroughEightLayersOfSoftmaxIsAGraphOfSomeThousandNodes() {
    Formula loss = Formula.of((Formula.Of1) LoweringTest::first);
    Expr gradient = Differentiation.grad(loss, List.of(o), 1).get(0);
    int size = nodes(gradient.at(List.of(k)));
    assertTrue(size < 3000, () -> size + " nodes");
  }

  private static <T extends Tensor<T>> T first(T o) {
    return stacked(o, 8).map(Elementary.SQUARE).sum();
  }

  @Test
  void bindingAnIndexWalksOverSharedPartsOnce() {
    Expr x = o;
    for (int i = 0; i < 40; i++) {
      x = x.plus(x.times(x));
    }
    int size = nodes(x.sum().at(List.of()));
    assertTrue(size < 100, () -> size + " nodes");
  }

  @Test
  void sameSumWrittenTwiceIsOneTerm() {
    Term difference = o.map(Elementary.EXP).sum().minus(o.map(Elementary.EXP).sum()).at(List.of());
    // Σ, exp, o[·], its index; −1 and the product; the difference
    assertEquals(7, nodes(difference));
  }
}
