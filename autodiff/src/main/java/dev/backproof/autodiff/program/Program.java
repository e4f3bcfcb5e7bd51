package dev.backproof.autodiff.program;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A straight-line program: inputs, instructions, outputs; each value is made once and has a number.
 *
 * <p>The inputs are the values 0, 1, …; every operand of an instruction has been made before it.
 * Extents may be symbols, so one program serves every size. A program can be {@linkplain #run run}
 * on every reading: on numbers it computes, on symbols it can be proved equal to another.
 *
 * @param inputs what it is given, in order
 * @param instructions what it does, in order
 * @param shapes the shape of each value
 * @param outputs the numbers of the values it gives
 */
public record Program(
    List<Input> inputs, List<Instruction> instructions, List<Shape> shapes, List<Integer> outputs) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if an operand or an output is made nowhere, or later
   */
  public Program {
    inputs = List.copyOf(inputs);
    instructions = List.copyOf(instructions);
    shapes = List.copyOf(shapes);
    outputs = List.copyOf(outputs);
    boolean[] made = new boolean[shapes.size()];
    Arrays.fill(made, 0, inputs.size(), true);
    for (Instruction instruction : instructions) {
      for (int operand : instruction.operands()) {
        requireMade(made, operand);
      }
      for (int result : instruction.results()) {
        made[result] = true;
      }
    }
    for (int output : outputs) {
      requireMade(made, output);
    }
  }

  private static void requireMade(boolean[] made, int value) {
    if (value < 0 || value >= made.length || !made[value]) {
      throw new IllegalArgumentException("program: value " + value + " is used before it is made");
    }
  }

  /**
   * Records a function, as it stands.
   *
   * @param inputs at least one
   * @param function its operands are the inputs, its results the outputs
   * @throws IllegalArgumentException if there is no input
   */
  public static Program trace(List<Input> inputs, Function<List<Traced>, List<Traced>> function) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("program: wants at least one input to record");
    }
    Recorder recorder = new Recorder();
    return recorder.program(function.apply(inputs.stream().map(recorder::input).toList()));
  }

  /** The program of one operation on operands of these shapes. */
  public static Program of(Op op, List<Shape> shapes) {
    Recorder recorder = new Recorder();
    List<Traced> operands = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      operands.add(recorder.input(new Input("in" + i, shapes.get(i))));
    }
    return recorder.program(List.of(recorder.apply(op, operands)));
  }

  /**
   * Runs the program on any reading.
   *
   * <p>The symbols of the input shapes become the extents that the shapes given have there.
   *
   * @throws IllegalArgumentException if there are not as many values as inputs, or a shape does not
   *     fit
   */
  public <T extends Tensor<T>> List<T> run(List<T> given) {
    return run(given.get(0), given);
  }

  /** As {@link #run(List)}, with a lender for a program that has no inputs. */
  public <T extends Tensor<T>> List<T> run(T lender, List<T> given) {
    Map<String, Size> sizes = sizes(given.stream().map(Tensor::shape).toList());
    List<@Nullable T> values = new ArrayList<>(Collections.nCopies(shapes.size(), null));
    for (int i = 0; i < given.size(); i++) {
      values.set(i, given.get(i));
    }
    for (Instruction instruction : instructions) {
      Operation operation =
          sizes.isEmpty()
              ? instruction.operation()
              : instruction.operation().mapSizes(size -> size.substitute(sizes));
      List<T> results = operation.apply(lender, gather(values, instruction.operands()));
      for (int i = 0; i < results.size(); i++) {
        values.set(instruction.results().get(i), results.get(i));
      }
    }
    return gather(values, outputs);
  }

  private static <T> List<T> gather(List<@Nullable T> values, List<Integer> numbers) {
    List<T> gathered = new ArrayList<>(numbers.size());
    for (int number : numbers) {
      T value = values.get(number);
      if (value == null) {
        throw new IllegalStateException("program: value " + number + " was not made");
      }
      gathered.add(value);
    }
    return gathered;
  }

  /** Runs the program on numbers. */
  public List<DenseTensor> run(DenseTensor... given) {
    return run(List.of(given));
  }

  /**
   * What the symbols of the input shapes stand for in the shapes given; those that stand for
   * themselves are left out.
   *
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public Map<String, Size> sizes(List<Shape> given) {
    if (given.size() != inputs.size()) {
      throw new IllegalArgumentException(
          "program: has " + inputs.size() + " inputs, " + given.size() + " were given");
    }
    Unification sizes = new Unification();
    for (int i = 0; i < given.size(); i++) {
      sizes.unify(inputs.get(i), given.get(i));
    }
    return sizes.found();
  }

  /** This program with each extent in it replaced by its image. */
  public Program mapSizes(UnaryOperator<Size> image) {
    return new Program(
        inputs.stream().map(in -> new Input(in.name(), in.shape().mapSizes(image))).toList(),
        instructions.stream()
            .map(
                line ->
                    new Instruction(
                        line.operation().mapSizes(image), line.operands(), line.results()))
            .toList(),
        shapes.stream().map(shape -> shape.mapSizes(image)).toList(),
        outputs);
  }

  /** The shape of a value. */
  public Shape shape(int value) {
    return shapes.get(value);
  }

  /** Whether a value is one the program is given. */
  public boolean isInput(int value) {
    return value < inputs.size();
  }

  /** For each value, the position of the instruction that makes it; of an input −1. */
  public int[] makers() {
    int[] makers = new int[shapes.size()];
    Arrays.fill(makers, -1);
    for (int at = 0; at < instructions.size(); at++) {
      for (int result : instructions.get(at).results()) {
        makers[result] = at;
      }
    }
    return makers;
  }

  /** For each value, the positions of the instructions that read it, in order. */
  public List<List<Integer>> readers() {
    List<List<Integer>> readers =
        IntStream.range(0, shapes.size()).<List<Integer>>mapToObj(v -> new ArrayList<>()).toList();
    for (int at = 0; at < instructions.size(); at++) {
      for (int operand : instructions.get(at).operands()) {
        readers.get(operand).add(at);
      }
    }
    return readers;
  }

  /** The number of operations, those inside fused instructions included. */
  public int operations() {
    int count = 0;
    for (Instruction line : instructions) {
      count += line.operation() instanceof Fusion fusion ? fusion.body().operations() : 1;
    }
    return count;
  }

  /** The program as text: a line for each instruction, fused ones with their bodies. */
  @Override
  public String toString() {
    return ProgramText.of(this);
  }
}
