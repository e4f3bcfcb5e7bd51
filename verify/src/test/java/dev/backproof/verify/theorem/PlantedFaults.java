package dev.backproof.verify.theorem;

import dev.backproof.core.Elementary;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.rule.Fault;
import dev.backproof.verify.theorem.PlantedFault.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * The registry of faults: one for every theorem about a row, and those particular to a primitive.
 *
 * <p>The switch has no default: a new primitive does not compile without its faults.
 */
final class PlantedFaults {
  private final List<PlantedFault> faults = new ArrayList<>();
  private final RowPattern pattern;
  private final int which;
  private final List<Shape> shapes;

  private PlantedFaults(RowPattern pattern, int which) {
    this.pattern = pattern;
    this.which = which;
    this.shapes = pattern.declare(new Symbols()).stream().map(x -> x.shape()).toList();
  }

  /** Every fault for every row, operand and pattern. */
  static List<PlantedFault> all() {
    List<PlantedFault> all = new ArrayList<>();
    for (Primitive primitive : Primitive.values()) {
      for (RowPattern pattern : RowPatterns.of(primitive)) {
        for (int which : pattern.differentiated()) {
          PlantedFaults registry = new PlantedFaults(pattern, which);
          registry.ofAnyRow();
          if (registry.isPlain() || !isEntrywise(primitive)) {
            registry.particular();
          }
          all.addAll(registry.faults);
        }
      }
    }
    return List.copyOf(all);
  }

  /** Whether the patterns are ways to broadcast. */
  private static boolean isEntrywise(Primitive primitive) {
    return switch (primitive) {
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, WHERE, CUSTOM -> true;
      case MAP, MATMUL, SUM, MAX, EXPAND, BROADCAST_TO, SUM_TO, PERMUTE, RESHAPE -> false;
      case SLICE, PAD, EQUAL, GREATER, ONE_HOT, SIZE, CONSTANT, DETACH -> false;
    };
  }

  private void ofAnyRow() {
    if (isFlat()) {
      both("one more", RowFaults::oneMore);
    } else {
      both("doubled", RowFaults::doubled);
      if (isPlain()) {
        both("sign", RowFaults::sign);
        both("what comes in ignored", RowFaults::withoutFactor);
      }
    }
  }

  /** Whether the slope is 0 everywhere: of a power with exponent 0. */
  private boolean isFlat() {
    return pattern.operands().stream().anyMatch(x -> x.text().equals("exponent 0"));
  }

  /** One operand, or small ones, or one with a unit axis: enough for what is wrong in any shape. */
  private boolean isPlain() {
    return shapes.size() == 1
        || shapes.stream().allMatch(shape -> shape.rank() <= 1)
        || (shapes.stream().allMatch(shape -> shape.rank() <= 2) && hasUnitAxis());
  }

  private void particular() {
    switch (pattern.op().primitive()) {
      case MAP -> map(pattern.op().elementary());
      case PLUS, MINUS -> {}
      case TIMES, STRONG_TIMES -> {
        both("its own operand", RowFaults::ownOperand);
        both("without slope", RowFaults::withoutSlope);
      }
      case DIV -> both("without the result", RowFaults::withoutResult);
      case POW -> {
        if (!isFlat()) {
          both("the power rule", RowFaults::powerRule);
        }
      }
      case MAXIMUM, MINIMUM -> {
        both("to the other", RowFaults::toTheOther);
        both("without mask", RowFaults::withoutSlope);
        atKinks("a tie to both", RowFaults::tieToBoth);
        atKinks("a tie to none", RowFaults::tieToNone);
      }
      case MATMUL -> {
        if (isSquare(0) && isSquare(1)) {
          vjp("factor not transposed", RowFaults::notTransposed);
          vjp("product transposed", RowFaults::transposedResult);
          jvp("factor transposed", RowFaults::transposed);
          jvp("product transposed", RowFaults::transposedResult);
        }
      }
      case SUM -> {
        if (isSquare(0)) {
          vjp("the other axis", RowFaults::spreadAlongTheOther);
          jvp("the other axis", RowFaults::summedAlongTheOther);
        }
      }
      case EXPAND -> {
        if (shapes.get(0).equals(Shape.of(BroadcastPatterns.N))) {
          vjp("the other axis", RowFaults::summedAlongTheOther);
          jvp("the other axis", RowFaults::expandedAlongTheOther);
        }
      }
      case BROADCAST_TO -> {
        if (!shapes.get(0).product().equals(pattern.op().target().product())) {
          vjp("a mean", RowFaults::averaged);
        }
      }
      case SUM_TO -> {
        if (!shapes.get(0).product().equals(pattern.op().target().product())) {
          jvp("a mean", RowFaults::averaged);
        }
      }
      case MAX -> {
        if (!hasUnitAxis()) {
          both("to all", RowFaults::toAll);
          both("ties not shared", RowFaults::tiesNotShared);
        }
      }
      case PERMUTE -> {
        if (isSquare(0)) {
          both("the other order", RowFaults::otherOrder);
        }
      }
      case RESHAPE -> {
        if (isSquare(0)) {
          both("columns for rows", RowFaults::transposedResult);
        }
      }
      case SLICE, PAD -> {
        if (pattern.op().window().start() > 0) {
          both("the window in front", RowFaults::windowInFront);
        }
      }
      case WHERE -> {
        both("the other branch", RowFaults::otherBranch);
        both("without mask", RowFaults::withoutSlope);
      }
      case CUSTOM -> both("without slope", RowFaults::withoutSlope);
      case EQUAL, GREATER, ONE_HOT, SIZE, CONSTANT, DETACH -> {}
    }
  }

  private void map(Elementary f) {
    switch (f) {
      case NEGATE -> both("without slope", RowFaults::withoutSlope);
      case RECT -> {
        both("without mask", RowFaults::withoutSlope);
        atKinks("step up at 0", RowFaults::stepUpAtZero);
      }
      case ABS -> {
        both("without sign", RowFaults::withoutSlope);
        atKinks("sign down at 0", RowFaults::signDownAtZero);
      }
      case SIGN, STEP -> {}
      case EXP, LOG, SQRT, SQUARE, RECIPROCAL, TANH, SIGMOID, SOFTPLUS, SIN, COS, ERF -> {
        both("without slope", RowFaults::withoutSlope);
        both("slope at the value", RowFaults::slopeAtValue);
      }
    }
  }

  /** Whether all axes of an operand, at least two, have the same symbol. */
  private boolean isSquare(int operand) {
    Shape shape = shapes.get(operand);
    return shape.rank() >= 2 && !hasUnitAxis() && shape.sizes().stream().distinct().count() == 1;
  }

  private boolean hasUnitAxis() {
    return shapes.stream().anyMatch(shape -> shape.sizes().stream().anyMatch(x -> x.isOne()));
  }

  private void both(String name, Fault fault) {
    vjp(name, fault);
    jvp(name, fault);
  }

  private void vjp(String name, Fault fault) {
    faults.add(new PlantedFault(name, fault, Mode.VJP, pattern, which, false));
  }

  private void jvp(String name, Fault fault) {
    faults.add(new PlantedFault(name, fault, Mode.JVP, pattern, which, false));
  }

  private void atKinks(String name, Fault fault) {
    for (Mode mode : Mode.values()) {
      faults.add(new PlantedFault(name, fault, mode, pattern, which, true));
    }
  }
}
