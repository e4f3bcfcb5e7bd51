package dev.backproof.verify.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.autodiff.forward.Dual;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Tensor;
import dev.backproof.core.witness.ComplexTensor;
import dev.backproof.verify.check.BigTensor;
import dev.backproof.verify.check.RunningError;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.ExprEvaluation;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.report.Notation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The readings, each of which keeps the {@link ReadingContract}. */
class ReadingsTest {
  /** A reading whose value is that on numbers, bit for bit. */
  abstract static class OverNumbers<T extends Tensor<T>> extends ReadingContract<T> {
    /** The numbers underneath. */
    abstract DenseTensor lower(T y);

    @Override
    Object seen(T y) {
      return lower(y);
    }

    @Override
    void assertValue(Written c, T actual) {
      assertEquals(c.onNumbers(), lower(actual), c::toString);
    }
  }

  @Nested
  class DualTest extends OverNumbers<Dual<DenseTensor>> {
    @Override
    Dual<DenseTensor> lift(DenseTensor x) {
      return Dual.of(x, DenseTensor.full(x.shape(), 0.5));
    }

    @Override
    DenseTensor lower(Dual<DenseTensor> y) {
      return y.primal();
    }

    @Override
    Object seen(Dual<DenseTensor> y) {
      return List.of(y.primal(), y.tangent());
    }

    @Override
    boolean isConstant(Dual<DenseTensor> y) {
      return y.tangent().equals(DenseTensor.full(y.shape(), 0));
    }
  }

  @Nested
  class DualOfDualTest extends OverNumbers<Dual<Dual<DenseTensor>>> {
    @Override
    Dual<Dual<DenseTensor>> lift(DenseTensor x) {
      DenseTensor dot = DenseTensor.full(x.shape(), 0.5);
      return Dual.of(Dual.of(x, dot), Dual.of(dot, dot));
    }

    @Override
    DenseTensor lower(Dual<Dual<DenseTensor>> y) {
      return y.primal().primal();
    }

    @Override
    boolean isConstant(Dual<Dual<DenseTensor>> y) {
      DenseTensor zeros = DenseTensor.full(y.shape(), 0);
      return y.tangent().primal().equals(zeros) && y.tangent().tangent().equals(zeros);
    }
  }

  @Nested
  class VarTest extends OverNumbers<Var<DenseTensor>> {
    private final Tape<DenseTensor> tape = new Tape<>();

    @Override
    Var<DenseTensor> lift(DenseTensor x) {
      return tape.variable(x);
    }

    @Override
    DenseTensor lower(Var<DenseTensor> y) {
      return y.primal();
    }

    @Override
    boolean isConstant(Var<DenseTensor> y) {
      return !y.isRecorded();
    }
  }

  @Nested
  class VarOfVarTest extends OverNumbers<Var<Var<DenseTensor>>> {
    private final Tape<DenseTensor> inner = new Tape<>();
    private final Tape<Var<DenseTensor>> outer = new Tape<>();

    @Override
    Var<Var<DenseTensor>> lift(DenseTensor x) {
      return outer.variable(inner.variable(x));
    }

    @Override
    DenseTensor lower(Var<Var<DenseTensor>> y) {
      return y.primal().primal();
    }

    @Override
    boolean isConstant(Var<Var<DenseTensor>> y) {
      return !y.isRecorded() && !y.primal().isRecorded();
    }
  }

  @Nested
  class VarOfDualTest extends OverNumbers<Var<Dual<DenseTensor>>> {
    private final Tape<Dual<DenseTensor>> tape = new Tape<>();

    @Override
    Var<Dual<DenseTensor>> lift(DenseTensor x) {
      return tape.variable(Dual.of(x, DenseTensor.full(x.shape(), 0.5)));
    }

    @Override
    DenseTensor lower(Var<Dual<DenseTensor>> y) {
      return y.primal().primal();
    }

    @Override
    boolean isConstant(Var<Dual<DenseTensor>> y) {
      return !y.isRecorded() && y.primal().tangent().equals(DenseTensor.full(y.shape(), 0));
    }
  }

  /** Perturbed as the complex step does it: by 2⁻¹⁰⁰, of the entry where that is below 1. */
  @Nested
  class ComplexTensorTest extends OverNumbers<ComplexTensor> {
    @Override
    ComplexTensor lift(DenseTensor x) {
      return new ComplexTensor(
          x, Values.mapped(x, z -> Math.abs(z) < 1 && z != 0 ? z * 0x1p-100 : 0x1p-100));
    }

    @Override
    DenseTensor lower(ComplexTensor y) {
      return y.real();
    }

    @Override
    Object seen(ComplexTensor y) {
      return y;
    }

    @Override
    boolean isConstant(ComplexTensor y) {
      return y.imaginary().equals(DenseTensor.full(y.shape(), 0));
    }

    @Override
    boolean hasKernels() {
      return false;
    }
  }

  @Nested
  class RunningErrorTest extends OverNumbers<RunningError> {
    @Override
    RunningError lift(DenseTensor x) {
      return RunningError.of(x);
    }

    @Override
    DenseTensor lower(RunningError y) {
      return y.value();
    }

    @Override
    Object seen(RunningError y) {
      return List.of(y.value(), y.mu());
    }

    @Override
    boolean isConstant(RunningError y) {
      return true;
    }

    @Override
    boolean hasKernels() {
      return false;
    }
  }

  /**
   * Within u·μ of the numbers, where these are finite; undefined where they are NaN; undefined or
   * beyond the range of float64 where they are infinite.
   */
  @Nested
  class BigTensorTest extends ReadingContract<BigTensor> {
    @Override
    BigTensor lift(DenseTensor x) {
      return BigTensor.of(x);
    }

    @Override
    Object seen(BigTensor y) {
      return y.toString();
    }

    @Override
    boolean isConstant(BigTensor y) {
      return true;
    }

    @Override
    Values values() {
      return Values.FINITE;
    }

    @Override
    boolean hasKernels() {
      return false;
    }

    @Override
    void assertValue(Written c, BigTensor actual) {
      Closeness.assertExact(
          c, c.formula().apply(c.at().stream().map(RunningError::of).toList()), actual);
    }
  }

  /**
   * Evaluated, the value on numbers but for rounding: a quotient is a product, tanh and powers are
   * made of exponentials. Integers and halves are literals, everything else is declared.
   */
  @Nested
  class ExprTest extends ReadingContract<Expr> {
    private static final double ROUNDING = 1e-12;

    private final Symbols symbols = new Symbols();
    private final Map<String, DenseTensor> numbers = new HashMap<>();
    private ExprEvaluation evaluation = ExprEvaluation.of(Map.of(), Map.of());

    @Override
    Expr lift(DenseTensor x) {
      if (Arrays.stream(x.toArray()).allMatch(z -> 2 * z == Math.rint(2 * z))) {
        return Expr.of(x);
      }
      String name = "x" + numbers.size();
      numbers.put(name, x);
      Expr lifted = symbols.tensor(name, x.shape());
      evaluation = ExprEvaluation.of(symbols.operands(), numbers);
      return lifted;
    }

    @Override
    Object seen(Expr y) {
      return value(y);
    }

    private DenseTensor value(Expr y) {
      return evaluation.value(y);
    }

    @Override
    void assertValue(Written c, Expr actual) {
      DenseTensor expected = c.onNumbers();
      DenseTensor found = value(actual);
      assertEquals(expected.shape(), found.shape(), c::toString);
      for (int i = 0; i < found.count(); i++) {
        double y = expected.at(i);
        if (Double.isNaN(y)) {
          assertEquals(y, found.at(i), c::toString);
        } else {
          assertEquals(y, found.at(i), ROUNDING * Math.max(1, Math.abs(y)), c::toString);
        }
      }
    }

    @Override
    boolean isConstant(Expr y) {
      return true;
    }

    @Override
    Values values() {
      return Values.SMOOTH;
    }

    @Override
    boolean hasKernels() {
      return false;
    }
  }

  /** Names and shapes only. */
  @Nested
  class NotationTest extends ReadingContract<Notation> {
    @Override
    Notation lift(DenseTensor x) {
      return Notation.of("x", x.shape());
    }

    @Override
    Object seen(Notation y) {
      return y.toString();
    }

    @Override
    void assertValue(Written c, Notation actual) {
      assertEquals(c.onNumbers().shape(), actual.shape(), c::toString);
    }

    @Override
    boolean isConstant(Notation y) {
      return true;
    }

    @Override
    boolean hasEntries() {
      return false;
    }
  }

  /** That the values are right is {@link DenseTensorReferenceTest}. */
  @Nested
  class DenseTensorTest extends ReadingContract<DenseTensor> {
    @Override
    DenseTensor lift(DenseTensor x) {
      return DenseTensor.of(x.shape(), x.toArray());
    }

    @Override
    Object seen(DenseTensor y) {
      return DenseTensor.of(y.shape(), y.toArray());
    }

    @Override
    void assertValue(Written c, DenseTensor actual) {
      assertEquals(c.onNumbers(), actual, c::toString);
    }

    @Override
    boolean isConstant(DenseTensor y) {
      return true;
    }
  }
}
