package dev.backproof.verify.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.Kink;
import dev.backproof.autodiff.rule.KinkTable;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Attribute.None;
import dev.backproof.core.Custom;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the rule pages say to questions that have no answer, and the small print of the kink table.
 */
class RulePageTest {
  private static final DenseTensor X = DenseTensor.vector(1, 2);

  @Test
  void rowsThatNothingFlowsThroughAreRefusedByName() {
    Application<DenseTensor> equal =
        Application.of(new Op(Primitive.EQUAL, None.NONE), List.of(X, X), X);
    Application<DenseTensor> sign =
        Application.of(new Op(Primitive.MAP, Elementary.SIGN), List.of(X), X);
    assertRefused("equal", () -> VjpRules.PAGE.pull(equal, 0, X));
    assertRefused("equal", () -> JvpRules.PAGE.push(equal, 1, X));
    assertRefused("sign", () -> VjpRules.PAGE.pull(sign, 0, X));
  }

  private static void assertRefused(String name, Runnable asked) {
    assertEquals(
        name + ": no derivative flows through it; ask Op.flows before a rule",
        assertThrows(IllegalStateException.class, asked::run).getMessage());
  }

  /** x + 1, whose rules answer with scalars where they may. */
  private static final class Shifted implements Custom {
    @Override
    public String name() {
      return "shifted";
    }

    @Override
    public int arity() {
      return 1;
    }

    @Override
    public Shape shape(List<Shape> operands) {
      return operands.get(0);
    }

    @Override
    public DenseTensor value(List<DenseTensor> operands) {
      return operands.get(0).plus(operands.get(0).one());
    }

    @Override
    public <T extends Tensor<T>> T vjp(int which, List<T> operands, T y, T yBar) {
      return yBar;
    }

    @Override
    public <T extends Tensor<T>> T jvp(int which, List<T> operands, T y, T dot) {
      return y.constant(3);
    }
  }

  @Test
  void aTangentOfACustomOperationIsRepeatedToTheResult() {
    Formula shifted = Formula.of(RulePageTest::shifted);
    DenseTensor tangent = Differentiation.jvp(shifted, List.of(X), List.of(X)).tangent();
    assertEquals(DenseTensor.vector(3, 3), tangent);
  }

  private static <T extends Tensor<T>> T shifted(T x) {
    return x.apply(Op.custom(new Shifted()));
  }

  @Test
  void aRowOfTheKinkTableReadsAsPeopleWriteIt() {
    Kink row = KinkTable.ROWS.get(0);
    assertEquals("rect′(0) = 0", row.toString());
    assertEquals("k = ½", with(row, 0.5).toString());
    assertEquals("k = 0.25", with(row, 0.25).toString());
    assertEquals("k = −∞", with(row, Double.NEGATIVE_INFINITY).toString());
  }

  private static Kink with(Kink row, double slope) {
    return new Kink("k", row.formula(), row.at(), row.which(), slope, 0);
  }
}
