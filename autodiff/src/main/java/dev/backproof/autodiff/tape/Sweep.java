package dev.backproof.autodiff.tape;

import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The backward sweep: once over the tape from the result to its beginning, without recursion, so
 * that the depth of a computation is bounded by memory and not by the stack.
 */
final class Sweep {
  private Sweep() {}

  static <T extends Tensor<T>> Gradients<T> from(Var<T> y, T yBar, boolean keepAll) {
    if (!yBar.shape().equals(y.shape())) {
      throw new IllegalArgumentException(
          "backward: the cotangent has shape " + yBar.shape() + ", the result " + y.shape());
    }
    Tape<T> tape = y.tapeOrNull();
    if (tape == null) {
      return new Gradients<T>(null, new ArrayList<>(), keepAll);
    }
    List<@Nullable T> bars = nulls(y.position() + 1);
    bars.set(y.position(), yBar);
    for (int position = y.position(); position >= 0; position--) {
      T bar = bars.get(position);
      Var<T> v = tape.at(position);
      if (bar == null || v.isLeaf()) {
        continue;
      }
      for (int which = 0; which < v.op().arity(); which++) {
        Var<T> parent = v.parent(which);
        if (parent.isRecorded() && v.op().flows(which)) {
          add(bars, parent.position(), checked(v, which, tape.rules().pull(v, which, bar)));
        }
      }
      if (!keepAll) {
        bars.set(position, null);
      }
    }
    return new Gradients<>(tape, bars, keepAll);
  }

  /**
   * Made by adding, which fills the array it has; a list of {@code nCopies} copies that once more.
   */
  private static <T> List<@Nullable T> nulls(int count) {
    List<@Nullable T> nulls = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      nulls.add(null);
    }
    return nulls;
  }

  /**
   * A page of the user's own may forget to undo broadcasting; silently wrong shapes would spread.
   */
  private static <T extends Tensor<T>> T checked(Var<T> v, int which, T bar) {
    if (!bar.shape().equals(v.operand(which).shape())) {
      throw new IllegalStateException(
          "backward: the rule of "
              + v.op()
              + " gives operand "
              + which
              + " of shape "
              + v.operand(which).shape()
              + " a cotangent of shape "
              + bar.shape()
              + "; let the rule sum to the operand's shape");
    }
    return bar;
  }

  /** A variable used several times gets the sum of what each use sends back. */
  private static <T extends Tensor<T>> void add(List<@Nullable T> bars, int position, T bar) {
    T so = bars.get(position);
    bars.set(position, so == null ? bar : so.plus(bar));
  }
}
