package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Fusion;
import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Single;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.autodiff.program.pass.Region;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.blas.MatrixProduct;
import dev.backproof.core.blas.MatrixProducts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans: puts sizes in, gives each value an array by its lifetime, and each instruction its
 * kernels.
 */
public final class Planner {
  private final MatrixProduct kernel;
  private final boolean generates;
  private final Map<Integer, Integer> over = new TreeMap<>();

  private Planner(MatrixProduct kernel, boolean generates) {
    this.kernel = kernel;
    this.generates = generates;
  }

  /** A planner that multiplies as tensors of this JVM do. */
  public static Planner standard() {
    return new Planner(MatrixProducts.shared(), true);
  }

  /** This planner, making no classes: the reference for those that do. */
  public Planner interpreting() {
    Planner other = new Planner(kernel, false);
    other.over.putAll(over);
    return other;
  }

  /**
   * Lets an output be written over an input: the caller gives one array for both. If the input is
   * still read after that, the output is made elsewhere and copied in the end.
   */
  public Planner overwriting(int output, int input) {
    return overwriting(output, input, 1);
  }

  /** As above, {@code count} outputs from one on over as many inputs from one on. */
  public Planner overwriting(int output, int input, int count) {
    for (int i = 0; i < count; i++) {
      over.put(output + i, input + i);
    }
    return this;
  }

  /**
   * A plan for inputs of these shapes.
   *
   * @param program as it is to be carried out; {@link Optimizer} makes it fast
   * @throws IllegalArgumentException if the shapes do not fit the program's inputs, or an output
   *     that is to overwrite an input has another shape, one of both does not exist, or another
   *     output is to overwrite the same
   * @throws IllegalStateException if an extent is a symbol still
   */
  public Plan plan(Program program, List<Shape> shapes) {
    var sizes = program.sizes(shapes);
    Program bound = sizes.isEmpty() ? program : program.mapSizes(size -> size.substitute(sizes));
    over.forEach((output, input) -> refuseUnless(program, output, input));
    if (Set.copyOf(over.values()).size() < over.size()) {
      throw new IllegalArgumentException(
          "plan: two outputs are to overwrite one input: output=input is " + over);
    }
    return new Making(Unfusing.of(bound)).plan();
  }

  private static void refuseUnless(Program program, int output, int input) {
    int outputs = program.outputs().size();
    int inputs = program.inputs().size();
    if (output < 0 || output >= outputs || input < 0 || input >= inputs) {
      throw new IllegalArgumentException(
          String.format(
              "plan: output %d is to overwrite input %d, of %d outputs and %d inputs",
              output, input, outputs, inputs));
    }
  }

  /** One plan being made. */
  private final class Making {
    private final Program program;
    private final Arena arena = new Arena();
    private final Lifetimes lifetimes;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Integer, Integer> outputOf = new HashMap<>();
    private final boolean[] planned;

    Making(Program program) {
      this.program = program;
      this.lifetimes = new Lifetimes(program);
      this.planned = new boolean[program.shapes().size()];
      for (int value = 0; value < program.shapes().size(); value++) {
        arena.addGiven();
      }
      for (int i = 0; i < program.outputs().size(); i++) {
        outputOf.putIfAbsent(program.outputs().get(i), i);
      }
    }

    /** Where an output is copied from in the end: not from an input that another may overwrite. */
    private int kept(int value, int output) {
      boolean overwritten =
          program.isInput(value)
              && over.entrySet().stream()
                  .anyMatch(entry -> entry.getKey() != output && entry.getValue() == value);
      if (!overwritten) {
        return value;
      }
      int length = program.shape(value).count();
      int slot = arena.add(new double[length]);
      steps.add(memory -> System.arraycopy(memory[value], 0, memory[slot], 0, length));
      return slot;
    }

    Plan plan() {
      List<Instruction> lines = program.instructions();
      for (int at = 0; at < lines.size(); at++) {
        make(lines.get(at), at);
      }
      int[] outputs = new int[program.outputs().size()];
      List<int[]> copies = new ArrayList<>();
      for (int i = 0; i < outputs.length; i++) {
        int value = program.outputs().get(i);
        boolean direct =
            Objects.equals(outputOf.get(value), i) && !program.isInput(value) && !planned[value];
        outputs[i] = direct ? value : -1;
        if (!direct) {
          copies.add(new int[] {kept(value, i), i});
        }
      }
      return new Plan(program, steps, arena.toArray(), outputs, copies, arena.entries());
    }

    private void make(Instruction line, int at) {
      Body body = body(line);
      for (int result : line.results()) {
        place(line, at, body, result);
      }
      steps.add(
          body == null
              ? bound(line)
              : new FusedStep(body, line.operands(), line.results(), arena, kernel)
                  .make(generates));
      for (int value : List.copyOf(new LinkedHashSet<>(line.operands()))) {
        if (planned[value] && lifetimes.endsAt(value, at) && !isShared(value, line)) {
          lifetimes.release(arena.get(value));
        }
      }
      for (int result : line.results()) {
        if (planned[result] && !lifetimes.isReadBehind(result, at)) {
          lifetimes.release(arena.get(result));
        }
      }
    }

    /** Whether a result of the instruction has taken the array of its operand over. */
    private boolean isShared(int value, Instruction line) {
      return line.results().stream()
          .anyMatch(result -> planned[result] && arena.get(result) == arena.get(value));
    }

    private void place(Instruction line, int at, @Nullable Body body, int result) {
      Integer output = outputOf.get(result);
      if (output != null) {
        Integer input = over.get(output);
        if (input == null) {
          return;
        }
        requireSameShape(output, result, input);
        if (isSafe(line, at, body, result, input)) {
          return;
        }
      }
      planned[result] = true;
      double[] array = output == null ? inherited(line, at, body, result) : null;
      arena.set(result, array == null ? lifetimes.take(result) : array);
    }

    private void requireSameShape(int output, int result, int input) {
      if (!program.shape(result).equals(program.shape(input))) {
        throw new IllegalArgumentException(
            "plan: output "
                + output
                + " is "
                + program.shape(result)
                + " and cannot overwrite input "
                + input
                + ", which is "
                + program.shape(input));
      }
    }

    private boolean isSafe(Instruction line, int at, @Nullable Body body, int result, int input) {
      if (lifetimes.isReadBehind(input, at)) {
        return false;
      }
      int operand = line.operands().indexOf(input);
      return operand < 0
          || (body != null
              && new Overwriting(body, generates)
                  .isSafe(operand, body.outputs().get(line.results().indexOf(result))));
    }

    /** The array of an operand that is read here for the last time and may be overwritten. */
    private double @Nullable [] inherited(
        Instruction line, int at, @Nullable Body body, int result) {
      if (body == null) {
        return null;
      }
      for (int operand : line.operands()) {
        boolean ends =
            planned[operand]
                && lifetimes.endsAt(operand, at)
                && !outputOf.containsKey(operand)
                && program.shape(operand).equals(program.shape(result))
                && !isShared(operand, line);
        if (ends && isSafe(line, at, body, result, operand)) {
          return arena.get(operand);
        }
      }
      return null;
    }

    /** The inside of an instruction that a region carries out; null for any other. */
    private @Nullable Body body(Instruction line) {
      if (line.operation() instanceof Fusion fusion) {
        return Body.of(fusion);
      }
      Op op = ((Single) line.operation()).op();
      List<Shape> shapes = line.operands().stream().map(program::shape).toList();
      Shape shape = program.shape(line.result());
      if (!Region.serves(op, shapes, shape)) {
        return null;
      }
      return new Body(Optimizer.fold(Program.of(op, shapes)));
    }

    private Step bound(Instruction line) {
      return new BoundStep(
          ((Single) line.operation()).op(),
          line.operands(),
          line.operands().stream().map(program::shape).toList(),
          line.result(),
          program.shape(line.result()));
    }
  }
}
