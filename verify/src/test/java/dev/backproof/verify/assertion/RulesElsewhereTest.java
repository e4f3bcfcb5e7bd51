package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertRules;
import static dev.backproof.verify.assertion.Messages.assertFailure;
import static dev.backproof.verify.assertion.Operand.positive;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Custom;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules where nothing is proved of them, though the operation runs there. */
class RulesElsewhereTest {
  /** An operation on one vector, entry by entry unless it says otherwise. */
  private abstract static class OfOne implements Custom {
    abstract <T extends Tensor<T>> T of(T x);

    abstract <T extends Tensor<T>> T slope(T x);

    @Override
    public String name() {
      return "op";
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
    public DenseTensor value(List<DenseTensor> x) {
      return this.<DenseTensor>of(x.get(0));
    }

    @Override
    public <T extends Tensor<T>> Optional<T> formula(List<T> x) {
      return Optional.of(of(x.get(0)));
    }

    @Override
    public <T extends Tensor<T>> T vjp(int which, List<T> x, T y, T yBar) {
      return slope(x.get(0)).times(yBar);
    }

    @Override
    public <T extends Tensor<T>> T jvp(int which, List<T> x, T y, T dot) {
      return slope(x.get(0)).times(dot);
    }
  }

  private static class LogOrSquare extends OfOne {
    @Override
    <T extends Tensor<T>> T of(T x) {
      return x.greater(x.zero()).where(x.map(Elementary.LOG), x.times(x));
    }

    @Override
    <T extends Tensor<T>> T slope(T x) {
      return x.map(Elementary.RECIPROCAL);
    }
  }

  private static final class RootOrSame extends OfOne {
    @Override
    <T extends Tensor<T>> T of(T x) {
      return x.greater(x.zero()).where(x.map(Elementary.SQRT), x);
    }

    @Override
    <T extends Tensor<T>> T slope(T x) {
      return x.map(Elementary.SQRT).map(Elementary.RECIPROCAL).times(x.constant(1, 2));
    }
  }

  /** Right backwards, wrong forwards. */
  private static final class OneWay extends LogOrSquare {
    @Override
    public <T extends Tensor<T>> T vjp(int which, List<T> x, T y, T yBar) {
      T at = x.get(0);
      return at.greater(at.zero()).where(slope(at), at.plus(at)).times(yBar);
    }
  }

  /** max x, with the slope of every place where it is attained. */
  private static final class Largest extends OfOne {
    @Override
    public Shape shape(List<Shape> operands) {
      return Shape.SCALAR;
    }

    @Override
    <T extends Tensor<T>> T of(T x) {
      return x.max(0);
    }

    @Override
    <T extends Tensor<T>> T slope(T x) {
      return x.equal(x.max(0));
    }

    @Override
    public <T extends Tensor<T>> T jvp(int which, List<T> x, T y, T dot) {
      return slope(x.get(0)).times(dot).sum();
    }
  }

  @Test
  void aConditionThatTheOperationDoesNotNeedHidesNoWrongRule() {
    assertFailure(
        "rules-elsewhere.txt",
        () -> assertRules(new LogOrSquare()).forAll(vector("x", "n")).areProved());
    assertUnderConditions(new RootOrSame(), "the vjp of op");
  }

  @Test
  void theJvpIsLookedAtToo() {
    assertUnderConditions(new OneWay(), "the jvp of op");
  }

  @Test
  void whoDeclaresTheDomainMeansIt() {
    assertEquals(
        2, assertRules(new LogOrSquare()).forAll(positive(vector("x", "n"))).areProved().size());
  }

  @Test
  void offTiesBothRulesOfAMaximumAreProved() {
    List<Proof> proofs = assertRules(new Largest()).forAll(vector("x", "n")).areProvedOffTheKinks();
    List<String> once = List.of("maxₜ xₜ is attained in one place");
    assertEquals(List.of(once, once), proofs.stream().map(Proof::hypotheses).toList());
    assertThrows(
        AssertionError.class,
        () -> assertRules(new Largest()).forAll(vector("x", "n")).areProved());
  }

  private static void assertUnderConditions(Custom operation, String subject) {
    String message =
        Objects.requireNonNull(
            assertThrows(
                    AssertionError.class,
                    () -> assertRules(operation).forAll(vector("x", "n")).areProved())
                .getMessage());
    assertTrue(message.startsWith("PROVED under conditions only: " + subject), message);
  }
}
