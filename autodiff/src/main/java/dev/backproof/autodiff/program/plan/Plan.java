package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Program;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program with sizes, memory and kernels, ready to be run again and again.
 *
 * <p>Running it allocates nothing (an operation of the user's own may). A plan belongs to one
 * thread: it has working memory of its own.
 */
public final class Plan {
  private final Program program;
  private final List<Shape> results;
  private final Step[] steps;
  private final double[][] memory;
  private final int[] outputs;
  private final int[][] copies;
  private final long entries;

  Plan(
      Program program,
      List<Step> steps,
      double[][] memory,
      int[] outputs,
      List<int[]> copies,
      long entries) {
    this.program = program;
    this.results = program.outputs().stream().map(program::shape).toList();
    this.steps = steps.toArray(Step[]::new);
    this.memory = memory;
    this.outputs = outputs;
    this.copies = copies.toArray(int[][]::new);
    this.entries = entries;
  }

  /**
   * Runs the program on the caller's arrays, entries in row-major order.
   *
   * <p>No array may be given twice, but for an output that was planned over an input.
   *
   * @param in one array for each input; they are read only
   * @param out one for each output; overwritten whole
   * @throws IllegalArgumentException if there are not as many, or one has another length than its
   *     shape
   */
  public void run(double[][] in, double[][] out) {
    if (in.length != program.inputs().size() || out.length != outputs.length) {
      throw new IllegalArgumentException(
          "plan: wants "
              + program.inputs().size()
              + " inputs and "
              + outputs.length
              + " outputs, not "
              + in.length
              + " and "
              + out.length);
    }
    for (int i = 0; i < in.length; i++) {
      require(in[i], program.shape(i), i, "input ");
      memory[i] = in[i];
    }
    for (int i = 0; i < out.length; i++) {
      require(out[i], results.get(i), i, "output ");
      if (outputs[i] >= 0) {
        memory[outputs[i]] = out[i];
      }
    }
    for (Step step : steps) {
      step.run(memory);
    }
    for (int[] copy : copies) {
      double[] to = out[copy[1]];
      System.arraycopy(memory[copy[0]], 0, to, 0, to.length);
    }
  }

  private static void require(double @Nullable [] array, Shape shape, int number, String what) {
    if (array == null || array.length != shape.count()) {
      String given = array == null ? "null" : "an array of " + array.length + " entries";
      throw new IllegalArgumentException(
          "plan: " + what + number + " is " + shape + ", " + given + " does not hold it");
    }
  }

  /**
   * Runs the program on tensors, in arrays made for this one run.
   *
   * @throws IllegalArgumentException if there are not as many, or one has another shape than the
   *     plan was made for
   */
  public List<DenseTensor> run(List<DenseTensor> in) {
    for (int i = 0; i < Math.min(in.size(), program.inputs().size()); i++) {
      if (!in.get(i).shape().equals(program.shape(i))) {
        throw new IllegalArgumentException(
            "plan: input " + i + " is " + program.shape(i) + ", not " + in.get(i).shape());
      }
    }
    double[][] out = results.stream().map(s -> new double[s.count()]).toArray(double[][]::new);
    run(in.stream().map(DenseTensor::toArray).toArray(double[][]::new), out);
    List<DenseTensor> tensors = new ArrayList<>();
    for (int i = 0; i < out.length; i++) {
      tensors.add(DenseTensor.of(results.get(i), out[i]));
    }
    return tensors;
  }

  /** What is carried out, with the sizes put in. */
  public Program program() {
    return program;
  }

  /** The shapes of the outputs. */
  public List<Shape> results() {
    return results;
  }

  /** The number of float64 entries of its working memory, registers included. */
  public long workingEntries() {
    return entries;
  }
}
