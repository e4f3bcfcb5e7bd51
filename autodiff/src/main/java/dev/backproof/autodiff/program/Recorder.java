package dev.backproof.autodiff.program;

import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.ShapeRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a program down while a function runs on {@link Traced} values.
 *
 * <p>This one writes everything as it comes. A pass records through one of its own that writes
 * something better.
 */
public class Recorder {
  private final List<Input> inputs = new ArrayList<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Traced> values = new ArrayList<>();
  private final List<Integer> makers = new ArrayList<>();

  /** An empty program. */
  public Recorder() {}

  /**
   * A new input.
   *
   * @throws IllegalStateException if an instruction has been recorded already
   */
  public final Traced input(Input input) {
    if (!instructions.isEmpty()) {
      throw new IllegalStateException(
          "program: input " + input.name() + " comes behind an instruction; inputs come first");
    }
    inputs.add(input);
    return value(input.shape(), -1);
  }

  private Traced value(Shape shape, int maker) {
    Traced made = new Traced(this, values.size(), shape);
    values.add(made);
    makers.add(maker);
    return made;
  }

  /**
   * An operation of the algebra applied to values of this program.
   *
   * @throws IllegalArgumentException if the shapes do not fit, or an operand is recorded elsewhere
   */
  public Traced apply(Op op, List<Traced> operands) {
    Shape shape = ShapeRules.infer(op, operands.stream().map(Traced::shape).toArray(Shape[]::new));
    return append(new Single(op), operands, List.of(shape)).get(0);
  }

  /** An operation, written down as it is, with the shapes of its results. */
  public final List<Traced> append(Operation operation, List<Traced> operands, List<Shape> shapes) {
    for (Traced operand : operands) {
      if (operand.recorder() != this) {
        throw new IllegalArgumentException(
            "program: an operand of " + operation + " belongs to another program");
      }
    }
    List<Traced> results = shapes.stream().map(shape -> value(shape, instructions.size())).toList();
    instructions.add(
        new Instruction(
            operation,
            operands.stream().map(Traced::value).toList(),
            results.stream().map(Traced::value).toList()));
    return results;
  }

  /** The instruction that made a value, or nothing if the program is given it. */
  public final @Nullable Instruction maker(Traced of) {
    int maker = makers.get(of.value());
    return maker < 0 ? null : instructions.get(maker);
  }

  /** The value with a number. */
  public final Traced value(int number) {
    return values.get(number);
  }

  /** A value that is recorded nowhere, for operations that have no operand. */
  protected final Traced lender() {
    return new Traced(this, -1, Shape.SCALAR);
  }

  /**
   * What has been recorded so far, as a program that gives {@code outputs}.
   *
   * @throws IllegalArgumentException if an output is recorded elsewhere
   */
  public final Program program(List<Traced> outputs) {
    for (Traced output : outputs) {
      if (output.recorder() != this) {
        throw new IllegalArgumentException("program: an output belongs to another program");
      }
    }
    return new Program(
        inputs,
        instructions,
        values.stream().map(Traced::shape).toList(),
        outputs.stream().map(Traced::value).toList());
  }
}
