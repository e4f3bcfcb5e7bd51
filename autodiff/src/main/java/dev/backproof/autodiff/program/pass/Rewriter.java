package dev.backproof.autodiff.program.pass;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Recorder;
import dev.backproof.autodiff.program.Single;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.pass.Match.Found;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Size;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records nothing twice, and instead of what a {@link Rewrite} describes what it has for it.
 *
 * <p>A pass is the old program, run on the values of one of these. What is replaced may leave
 * instructions behind that nobody reads; {@link DeadCode} drops them.
 */
public final class Rewriter extends Recorder {
  private final Map<Primitive, List<Rewrite>> rewrites = new EnumMap<>(Primitive.class);
  private final BiFunction<Op, List<Traced>, @Nullable Op> folding;
  private final Map<Application, Traced> recorded = new HashMap<>();
  private final Map<String, Integer> replacements = new LinkedHashMap<>();
  private final BitSet factors = new BitSet();
  private final BitSet masks = new BitSet();
  private final boolean selects;

  private record Application(Op op, List<Integer> operands) {
    static Application of(Op op, List<Traced> operands) {
      if (operands.size() == 2
          && Match.isCommutative(op.primitive())
          && operands.get(0).value() > operands.get(1).value()) {
        return new Application(op, List.of(operands.get(1).value(), operands.get(0).value()));
      }
      return new Application(op, operands.stream().map(Traced::value).toList());
    }
  }

  private Rewriter(List<Rewrite> rewrites, boolean folds, boolean selects) {
    this.selects = selects;
    rewrites.forEach(
        rewrite ->
            this.rewrites.computeIfAbsent(rewrite.root(), root -> new ArrayList<>()).add(rewrite));
    folding =
        folds
            ? (op, operands) -> ConstantFolding.fold(op, operands.stream().map(this::op).toList())
            : (op, operands) -> null;
  }

  /** The program in which equal operations on equal values are one. */
  static Program share(Program program) {
    return new Rewriter(List.of(), false, false).record(program);
  }

  /** The program with constants computed and replacements made, as far as they go. */
  static Program rewrite(Program program, List<Rewrite> rewrites) {
    return rewrite(program, rewrites, made -> {});
  }

  /** As above, telling each equation and how often it was used. */
  static Program rewrite(
      Program program, List<Rewrite> rewrites, Consumer<Map<String, Integer>> made) {
    Rewriter rewriter = new Rewriter(rewrites, true, true);
    Program rewritten = rewriter.record(program);
    rewriter.masks.andNot(Nans.seen(rewritten));
    if (!rewriter.masks.isEmpty()) {
      rewriter = new Rewriter(rewrites, true, false);
      rewritten = rewriter.record(program);
    }
    made.accept(rewriter.replacements);
    return rewritten;
  }

  private Program record(Program program) {
    return program(program.run(lender(), program.inputs().stream().map(this::input).toList()));
  }

  @Override
  public Traced apply(Op op, List<Traced> operands) {
    Op constant = folding.apply(op, operands);
    if (constant != null) {
      return apply(constant, List.of());
    }
    Application application = Application.of(op, operands);
    Traced before = recorded.get(application);
    if (before != null) {
      return before;
    }
    Traced made = replaced(op, operands).orElseGet(() -> plain(op, operands));
    recorded.put(application, made);
    return made;
  }

  private Traced plain(Op op, List<Traced> operands) {
    Traced made = super.apply(op, operands);
    factors.set(made.value(), isFactor(op, operands));
    return made;
  }

  private Optional<Traced> replaced(Op op, List<Traced> operands) {
    for (Rewrite rewrite : rewrites.getOrDefault(op.primitive(), List.of())) {
      Optional<Found> match = Match.of(this, rewrite, op, operands);
      if (match.isPresent() && rewrite.condition().test(this, match.get().values())) {
        replacements.merge(rewrite.name(), 1, Integer::sum);
        Map<String, Size> sizes = match.get().sizes();
        Program right = rewrite.right().mapSizes(size -> size.substitute(sizes));
        return Optional.of(right.run(match.get().values()).get(0));
      }
    }
    return Optional.empty();
  }

  /** The operation of the algebra that made a value; nothing if it is an input or fused. */
  @Nullable Op op(Traced of) {
    Instruction maker = maker(of);
    return maker != null && maker.operation() instanceof Single single ? single.op() : null;
  }

  /** Whether rect of a value is there already, so that it costs nothing to read it. */
  boolean hasRect(Traced of) {
    return recorded.containsKey(
        Application.of(new Op(Primitive.MAP, Elementary.RECT), List.of(of)));
  }

  /**
   * Whether [z &gt; 0] may select: a NaN in z selects, too, so an output has to show it. That is
   * known when all is recorded; then, if it is not so, everything is recorded anew.
   */
  boolean maySelect(Traced z) {
    masks.set(z.value(), selects);
    return selects;
  }

  /**
   * Whether a value is a number that is neither 0 nor infinite whatever the inputs are: a constant,
   * a size (a symbol stands for 1 or more), or made of these by products, reciprocals and signs, as
   * far as the doubles go.
   */
  boolean isFactor(Traced value) {
    return factors.get(value.value());
  }

  private boolean isFactor(Op op, List<Traced> operands) {
    return switch (op.primitive()) {
      case SIZE -> !op.size().isNumber() || op.size().number() != 0;
      case CONSTANT -> op.constant().value() != 0;
      case TIMES, STRONG_TIMES -> operands.stream().allMatch(this::isFactor);
      case MAP ->
          (op.elementary() == Elementary.NEGATE || op.elementary() == Elementary.RECIPROCAL)
              && isFactor(operands.get(0));
      default -> false;
    };
  }
}
