package dev.backproof.verify.program;

import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.tape.Gradients;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A random program with inputs that fit it, from a seed: traced over numbers or over symbols,
 * forward only or with a backward sweep behind it.
 *
 * @param program as it was traced
 * @param inputs numbers for its inputs
 */
record RandomTrace(Program program, List<DenseTensor> inputs) {
  private static final List<String> LETTERS = List.of("n", "m", "k");

  /** Small enough that products are multiplied entry by entry, and equal extents are common. */
  private static final int SMALL = 5;

  /** Large enough that most products of three such extents are left to a kernel. */
  private static final int LARGE = 9;

  /** The program of a seed: the same on every machine. */
  static RandomTrace seeded(long seed, int maxSteps) {
    return new Maker(RandomTensors.seeded(seed), maxSteps, SMALL).make();
  }

  /** As above, with larger extents. */
  static RandomTrace large(long seed, int maxSteps) {
    return new Maker(RandomTensors.seeded(seed), maxSteps, LARGE).make();
  }

  /** The shapes of the numbers. */
  List<Shape> shapes() {
    return inputs.stream().map(DenseTensor::shape).toList();
  }

  private static final class Maker {
    private final RandomTensors random;
    private final int maxSteps;
    private final int largest;
    private final List<Size> sizes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Maker(RandomTensors random, int maxSteps, int largest) {
      this.random = random;
      this.maxSteps = maxSteps;
      this.largest = largest;
    }

    RandomTrace make() {
      boolean symbolic = random.integer(3) == 0;
      for (String letter : LETTERS) {
        int number = 1 + random.integer(largest);
        numbers.put(letter, number);
        sizes.add(symbolic ? Size.symbol(letter) : Size.of(number));
      }
      if (random.integer(4) == 0) {
        sizes.set(1, sizes.get(0));
      }
      if (random.integer(6) == 0) {
        sizes.set(2, Size.ONE);
      }
      List<Input> inputs = new ArrayList<>();
      int count = 1 + random.integer(4);
      for (int i = 0; i < count; i++) {
        inputs.add(new Input("x" + i, shape()));
      }
      boolean labelled = random.integer(4) == 0;
      if (labelled) {
        inputs.add(new Input("y", random.integer(3) == 0 ? Shape.SCALAR : Shape.of(size())));
      }
      RandomFormula formula =
          new RandomFormula(
              random.integer(1 << 30), 1 + random.integer(maxSteps), extents(inputs), labelled);
      boolean swept = random.integer(3) == 0;
      Program program = Program.trace(inputs, x -> swept ? swept(formula, x) : formula.apply(x));
      return new RandomTrace(program, values(inputs, labelled));
    }

    private Size size() {
      return sizes.get(random.integer(sizes.size()));
    }

    /** The extents a formula may use: those that the inputs settle. */
    private static List<Size> extents(List<Input> inputs) {
      List<Size> extents = new ArrayList<>(List.of(Size.ONE, Size.of(2)));
      inputs.forEach(input -> extents.addAll(input.shape().sizes()));
      return extents;
    }

    private Shape shape() {
      int rank = List.of(0, 1, 1, 2, 2, 2, 2, 3).get(random.integer(8));
      Size[] extents = new Size[rank];
      for (int i = 0; i < rank; i++) {
        extents[i] = random.integer(10) == 0 ? Size.ONE : size();
      }
      return Shape.of(extents);
    }

    /** The values, and the gradient of the sum of the last by every input. */
    private static <T extends Tensor<T>> List<T> swept(RandomFormula formula, List<T> inputs) {
      Tape<T> tape = new Tape<>();
      List<Var<T>> variables = inputs.stream().map(tape::variable).toList();
      List<Var<T>> values = formula.apply(variables);
      Gradients<T> gradients = values.get(values.size() - 1).sum().backward();
      List<T> results = new ArrayList<>();
      results.add(values.get(values.size() - 1).primal());
      variables.forEach(variable -> results.add(gradients.of(variable)));
      return results;
    }

    private List<DenseTensor> values(List<Input> inputs, boolean labelled) {
      List<DenseTensor> values = new ArrayList<>();
      for (int i = 0; i < inputs.size(); i++) {
        Shape shape = inputs.get(i).shape().bind(numbers);
        boolean labels = labelled && i == inputs.size() - 1;
        values.add(labels ? DenseTensor.full(shape, 0) : numbers(shape));
      }
      return values;
    }

    /** Entries with signs, small whole numbers and ties among them. */
    private DenseTensor numbers(Shape shape) {
      if (random.integer(4) == 0) {
        double[] data = new double[shape.count()];
        for (int i = 0; i < data.length; i++) {
          data[i] = random.integer(5) - 2;
        }
        return DenseTensor.of(shape, data);
      }
      return random.uniform(-2, 2, shape);
    }
  }
}
