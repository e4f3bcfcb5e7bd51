package dev.backproof.autodiff.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

class VarTest {
  private final Tape<DenseTensor> tape = new Tape<>();
  private final Var<DenseTensor> x = tape.variable(DenseTensor.vector(1, 2, 3));

  @Test
  void aLeafIsTheResultOfNoOperation() {
    assertTrue(x.isLeaf());
    assertEquals(List.of(), x.parents());
    var refused = assertThrows(IllegalStateException.class, x::op);
    assertEquals("a variable or constant is the result of no operation", refused.getMessage());
  }

  @Test
  void aResultRemembersHowItWasMade() {
    Var<DenseTensor> c = tape.constant(DenseTensor.vector(0, 1, 0));
    Var<DenseTensor> y = c.where(x, c);
    assertEquals("where", y.op().name());
    assertEquals(List.of(c, x, c), y.parents());
    assertSame(x.primal(), y.operand(1));
    assertSame(y.primal(), y.result());
    assertEquals(Optional.of(tape), y.tape());
    assertThrows(IndexOutOfBoundsException.class, () -> y.parent(3));
  }

  @Test
  void constantsBelongToNoTape() {
    Var<DenseTensor> c = tape.constant(DenseTensor.scalar(2));
    assertFalse(c.isRecorded());
    assertEquals(Optional.empty(), c.times(c).tape());
    assertEquals(1, tape.length());
    Var<DenseTensor> other = new Tape<DenseTensor>().variable(DenseTensor.scalar(3));
    assertTrue(c.times(other).isRecorded());
    assertTrue(x.times(c).isRecorded());
  }

  @Test
  void whatNoDerivativeFlowsThroughIsNeverRecorded() {
    List<Var<DenseTensor>> masks =
        List.of(
            x.equal(x),
            x.greater(x.zero()),
            x.atLeast(x.zero()),
            x.oneHot(Size.of(4)),
            x.detach(),
            x.map(Elementary.SIGN),
            x.map(Elementary.STEP),
            x.size(Size.of(3)),
            x.constant(1, 2),
            x.pi(),
            x.detach().map(Elementary.EXP).sum(),
            x.where(x.zero(), x.one()));
    masks.forEach(mask -> assertFalse(mask.isRecorded(), () -> mask + " of " + mask.op()));
    assertEquals(1, tape.length());
  }

  @Test
  void variablesOfTwoTapesDoNotMeet() {
    Var<DenseTensor> other = new Tape<DenseTensor>().variable(DenseTensor.scalar(1));
    List<BinaryOperator<Var<DenseTensor>>> meetings =
        List.of(
            Var::plus,
            Var::minus,
            Var::times,
            Var::strongTimes,
            Var::div,
            Var::pow,
            Var::maximum,
            Var::minimum,
            (a, b) -> a.zero().where(a, b));
    for (BinaryOperator<Var<DenseTensor>> meet : meetings) {
      var refused = assertThrows(IllegalArgumentException.class, () -> meet.apply(x, other));
      assertTrue(
          String.valueOf(refused.getMessage())
              .endsWith(
                  ": its operands are variables of two tapes; make them on one tape, or detach"
                      + " one"),
          refused.getMessage());
      assertThrows(IllegalArgumentException.class, () -> meet.apply(other, x));
    }
    Var<DenseTensor> matrix = new Tape<DenseTensor>().variable(DenseTensor.full(Shape.of(2, 3), 1));
    assertThrows(IllegalArgumentException.class, () -> matrix.matmul(x));
    assertEquals(2, tape.length(), "only the unit axis of a matmul that was then refused");
  }

  @Test
  void anotherTapesVariableMayBeAMaskOrDetached() {
    Var<DenseTensor> other = new Tape<DenseTensor>().variable(DenseTensor.scalar(2));
    Var<DenseTensor> y = x.greater(other).where(x, x.zero()).plus(other.detach()).sum();
    assertEquals(DenseTensor.vector(0, 0, 1), y.backward().of(x));
  }

  @Test
  void printsItsValueOnly() {
    assertEquals("Var(" + x.primal() + ")", x.toString());
  }

  /**
   * Measured 97 bytes an operation of one active operand: 40 the node, 24 its number, 24 its
   * cotangent, 4 its place on the tape, 4 the place of its cotangent. A node that grew, an array
   * around a number or a list that copies itself would be seen here.
   */
  @Test
  void aScalarChainThereAndBackAllocatesAtMost100BytesANode() {
    assertAllocates(100, Var::times);
  }

  /** Measured 73: the rule of a sum sends back the cotangent it is given. */
  @Test
  void aChainOfSumsAllocatesAtMost76BytesANode() {
    assertAllocates(76, Var::plus);
  }

  private static void assertAllocates(int most, BinaryOperator<Var<DenseTensor>> step) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 20; run++) {
      Var<DenseTensor> one = Var.constant(DenseTensor.scalar(1));
      Var<DenseTensor> v = new Tape<DenseTensor>().variable(DenseTensor.scalar(2));
      long before = threads.getCurrentThreadAllocatedBytes();
      Var<DenseTensor> y = v;
      for (int i = 0; i < 10_000; i++) {
        y = step.apply(y, one);
      }
      DenseTensor gradient = y.backward().of(v);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      assertEquals(DenseTensor.scalar(1), gradient);
    }
    assertTrue(least <= most * 10_000L, "bytes a node: " + least / 10_000.0);
  }
}
