package dev.backproof.autodiff.program.pass;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Recorder;
import dev.backproof.autodiff.program.Single;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.core.Attribute;
import dev.backproof.core.Attribute.Insert;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to find a pattern among recorded values.
 *
 * <p>The operands of a commutative operation are tried in both orders.
 */
final class Match {
  private final Recorder recorder;
  private final Program pattern;
  private final int[] makers;
  private @Nullable Traced[] bound;
  private Map<String, Size> sizes = new HashMap<>();

  private Match(Recorder recorder, Program pattern) {
    this.recorder = recorder;
    this.pattern = pattern;
    this.makers = pattern.makers();
    this.bound = new Traced[pattern.inputs().size()];
  }

  /**
   * What the letters of a pattern stand for.
   *
   * @param values the value for each variable
   * @param sizes the extent for each symbol
   */
  record Found(List<Traced> values, Map<String, Size> sizes) {}

  /** What the letters stand for if {@code op} applied to {@code operands} fits. */
  static Optional<Found> of(Recorder recorder, Rewrite rewrite, Op op, List<Traced> operands) {
    Match match = new Match(recorder, rewrite.left());
    if (!match.application(rewrite.top(), op, operands)) {
      return Optional.empty();
    }
    List<Traced> values = new ArrayList<>();
    for (Traced value : match.bound) {
      if (value == null) {
        return Optional.empty();
      }
      values.add(value);
    }
    return Optional.of(new Found(values, match.sizes));
  }

  private boolean application(Instruction wanted, Op op, List<Traced> operands) {
    Op pattern = ((Single) wanted.operation()).op();
    if (pattern.primitive() != op.primitive() || !fits(pattern.attribute(), op.attribute())) {
      return false;
    }
    @Nullable Traced[] boundBefore = bound.clone();
    Map<String, Size> sizesBefore = new HashMap<>(sizes);
    if (operands(wanted.operands(), operands)) {
      return true;
    }
    bound = boundBefore;
    sizes = sizesBefore;
    return isCommutative(op.primitive())
        && operands(wanted.operands(), List.of(operands.get(1), operands.get(0)));
  }

  private boolean operands(List<Integer> wanted, List<Traced> actual) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!value(wanted.get(i), actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean value(int wanted, Traced actual) {
    if (pattern.isInput(wanted)) {
      Traced before = bound[wanted];
      if (before != null) {
        return before == actual;
      }
      bound[wanted] = actual;
      return fits(pattern.shape(wanted), actual.shape());
    }
    Instruction made = recorder.maker(actual);
    return made != null
        && made.operation() instanceof Single single
        && application(
            pattern.instructions().get(makers[wanted]),
            single.op(),
            made.operands().stream().map(recorder::value).toList());
  }

  private boolean fits(Attribute wanted, Attribute actual) {
    if (wanted instanceof Insert insert && actual instanceof Insert other) {
      return insert.axis() == other.axis() && fits(insert.size(), other.size());
    }
    if (wanted instanceof Size size && actual instanceof Size other) {
      return fits(size, other);
    }
    if (wanted instanceof Shape shape && actual instanceof Shape other) {
      return fits(shape, other);
    }
    return wanted.equals(actual);
  }

  private boolean fits(Shape wanted, Shape actual) {
    boolean fits = wanted.rank() == actual.rank();
    for (int axis = 0; fits && axis < wanted.rank(); axis++) {
      fits = fits(wanted.size(axis), actual.size(axis));
    }
    return fits;
  }

  private boolean fits(Size wanted, Size actual) {
    if (wanted.isNumber()) {
      return wanted.equals(actual);
    }
    Size before = sizes.putIfAbsent(wanted.toString(), actual);
    return before == null || before.equals(actual);
  }

  /** Whether IEEE arithmetic gives the same bits in either order. */
  static boolean isCommutative(Primitive primitive) {
    return switch (primitive) {
      case PLUS, TIMES, STRONG_TIMES, MAXIMUM, MINIMUM, EQUAL -> true;
      default -> false;
    };
  }
}
