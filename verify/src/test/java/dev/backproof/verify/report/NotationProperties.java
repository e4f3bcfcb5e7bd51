package dev.backproof.verify.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Reading back what was written computes the same number, so the parentheses are right. */
class NotationProperties {
  private static final List<Double> VALUES = List.of(1.5, -0.75, 2.25);
  private static final List<String> NAMES = List.of("a", "b", "c");

  @Property(tries = 2000)
  void whatIsWrittenIsReadBackAsTheSameFormula(@ForAll long seed) {
    List<DenseTensor> numbers = VALUES.stream().map(DenseTensor::scalar).toList();
    List<Notation> names = NAMES.stream().map(n -> Notation.of(n, Shape.SCALAR)).toList();
    double value = random(new Random(seed), 5, numbers).item();
    String text = random(new Random(seed), 5, names).toString();
    // Not one rounding differs: the grouping of sums and products is part of what is written.
    assertEquals(value, new Reader(text).all(), text);
  }

  private static <T extends Tensor<T>> T random(Random random, int depth, List<T> leaves) {
    T leaf = leaves.get(random.nextInt(leaves.size()));
    if (depth == 0) {
      return leaf;
    }
    int choice = random.nextInt(12);
    T x = random(random, depth - 1, leaves);
    return switch (choice) {
      case 0, 1 -> x.plus(random(random, depth - 1, leaves));
      case 2, 3 -> x.minus(random(random, depth - 1, leaves));
      case 4, 5 -> x.times(random(random, depth - 1, leaves));
      case 6 -> x.div(random(random, depth - 1, leaves));
      case 7 -> x.negate();
      case 8 -> x.map(Elementary.RECIPROCAL);
      case 9 -> x.map(Elementary.SQUARE);
      case 10 -> x.map(Elementary.TANH);
      default -> leaf;
    };
  }

  /** Recursive descent over the usual precedences; knows nothing of how the text was written. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text.replace(" ", "");
    }

    double all() {
      double value = sum();
      assertEquals(text.length(), at, text);
      return value;
    }

    private boolean take(String token) {
      boolean found = text.startsWith(token, at);
      at += found ? token.length() : 0;
      return found;
    }

    private double sum() {
      double value = product();
      while (true) {
        if (take("+")) {
          value += product();
        } else if (take("−")) {
          value -= product();
        } else {
          return value;
        }
      }
    }

    private double product() {
      if (take("−")) {
        return -power();
      }
      double value = power();
      while (true) {
        if (take("⊙")) {
          value *= power();
        } else if (take("/")) {
          value /= power();
        } else {
          return value;
        }
      }
    }

    private double power() {
      double value = atom();
      return take("²") ? value * value : value;
    }

    private double atom() {
      if (take("tanh(")) {
        return Math.tanh(closed());
      }
      if (take("(")) {
        return closed();
      }
      if (take("1")) {
        return 1;
      }
      String name = text.substring(at, ++at);
      return VALUES.get(NAMES.indexOf(name));
    }

    private double closed() {
      double value = sum();
      assertEquals(true, take(")"), text);
      return value;
    }
  }
}
