package dev.backproof.verify.assertion;

import dev.backproof.core.Custom;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.verify.check.RunningError;
import dev.backproof.verify.expr.ExprEvaluation;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.prover.DrawnPoints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Whether a method does on numbers what it wrote down on letters, which is what was proved: it need
 * not, if it asks for a size or for the reading it is given.
 *
 * <p>Each is run by the engine at sizes 1, 2 and 3 and compared with what it wrote down, evaluated
 * there. That the two read a kink differently because of rounding is no fault: what differs must
 * differ close by too, and by more than rounding explains.
 *
 * @param claim what was proved
 * @param setting what it is about
 */
record OnNumbers(SymbolicClaim claim, Setting setting) {
  static final int POINTS_OF_EQUAL_SIZES = 3;

  /** Far above rounding and far below what another formula makes of plain numbers. */
  private static final double TOLERANCE = 1e-6;

  /** Rounding errors are counted generously: a wrong formula is not nearly right. */
  private static final double ROUNDING = 1e3 * Math.ulp(1.0);

  /** How a method can be another on numbers than on letters. */
  enum Cause {
    /** It asks what it is given. */
    BRANCH(
        "the method branches on a size, or on what it is given",
        "one formula for all sizes; or numbers as sizes, as in \"1\""),
    /** A {@link Custom} operation says twice what it is. */
    VALUE("its value and its formula are not the same", "mend one of the two");

    private final String reason;
    private final String remedy;

    Cause(String reason, String remedy) {
      this.reason = reason;
      this.remedy = remedy;
    }

    /** What is wrong with the method. */
    String reason() {
      return reason;
    }

    /** What to do about it. */
    String remedy() {
      return remedy;
    }
  }

  /**
   * A method and what it wrote down.
   *
   * @param what what it is called
   * @param rounding what its rounding errors are those of
   * @param run the method on numbers
   * @param written what it wrote down
   * @param cause what is wrong if they are not the same
   */
  record Reading(
      String what,
      Formula rounding,
      Function<List<DenseTensor>, DenseTensor> run,
      Function<ExprEvaluation, DenseTensor> written,
      Cause cause) {
    /** A formula. */
    static Reading of(String what, Formula formula, Function<ExprEvaluation, DenseTensor> written) {
      return new Reading(what, formula, formula::apply, written, Cause.BRANCH);
    }
  }

  /**
   * A difference.
   *
   * @param reading the method that makes it
   * @param point where
   * @param run what the method does there; text, since it may be an exception
   * @param written what it wrote down
   */
  record Difference(Reading reading, Point point, String run, String written) {}

  /**
   * The first difference that is found.
   *
   * <p>A method that cannot be run on numbers at all, such as one that names a size by its letter,
   * is not compared.
   */
  Optional<Difference> first(List<Reading> readings) {
    List<List<Point>> points =
        DrawnPoints.of(
            claim.entries().get(0).statement(), POINTS_OF_EQUAL_SIZES, setting.decider().seed());
    return readings.stream().flatMap(reading -> first(reading, points).stream()).findFirst();
  }

  private Optional<Difference> first(Reading reading, List<List<Point>> points) {
    Optional<Difference> thrown = Optional.empty();
    boolean ran = false;
    for (List<Point> equalSizes : points) {
      for (Point point : equalSizes) {
        Map<String, DenseTensor> at =
            new PointNumbers(point, setting.firstLabels()).of(claim.operands());
        try {
          DenseTensor value = run(reading, at);
          ran = true;
          DenseTensor written = written(reading, at, point);
          if (differ(value, written, at, reading) && differsCloseBy(reading, at, point)) {
            String found = String.valueOf(value);
            return Optional.of(new Difference(reading, point, found, String.valueOf(written)));
          }
        } catch (NotRun e) {
          thrown =
              thrown.or(
                  () ->
                      Optional.of(
                          new Difference(
                              reading, point, String.valueOf(e.getMessage()), "a value")));
        }
      }
    }
    return ran ? thrown : Optional.empty();
  }

  /** A method that throws. */
  private static final class NotRun extends Exception {
    private static final long serialVersionUID = 1;

    NotRun(Throwable cause) {
      super(cause.toString(), cause);
    }
  }

  private static DenseTensor run(Reading reading, Map<String, DenseTensor> at) throws NotRun {
    try {
      return reading.run().apply(List.copyOf(at.values()));
    } catch (RuntimeException | StackOverflowError e) {
      throw new NotRun(e);
    }
  }

  private DenseTensor written(Reading reading, Map<String, DenseTensor> at, Point point) {
    return reading.written().apply(ExprEvaluation.of(claim.operands(), at, point.sizes()));
  }

  private boolean differsCloseBy(Reading reading, Map<String, DenseTensor> at, Point point)
      throws NotRun {
    Map<String, DenseTensor> near = closeBy(at);
    return differ(run(reading, near), written(reading, near, point), near, reading);
  }

  /** A point close by, with the same labels. */
  Map<String, DenseTensor> closeBy(Map<String, DenseTensor> at) {
    Map<String, DenseTensor> near = new LinkedHashMap<>(at);
    Random random = new Random(setting.decider().seed());
    List<String> labels =
        setting.operands().stream().filter(Operand::isLabels).map(Operand::name).toList();
    near.replaceAll((name, x) -> labels.contains(name) ? x : moved(x, random));
    return near;
  }

  /** Every entry a little larger: what is positive stays so, and no two are equal any more. */
  private static DenseTensor moved(DenseTensor x, Random random) {
    double[] entries = x.toArray();
    for (int i = 0; i < entries.length; i++) {
      entries[i] += (1 + random.nextDouble()) / 64;
    }
    return DenseTensor.of(x.shape(), entries);
  }

  /** Whether two arrays differ where both have a value. */
  private static boolean differ(
      DenseTensor value, DenseTensor written, Map<String, DenseTensor> at, Reading reading) {
    if (!value.shape().equals(written.shape())) {
      return true;
    }
    List<Integer> apart = new ArrayList<>();
    for (int i = 0; i < value.shape().count(); i++) {
      double a = value.at(i);
      double b = written.at(i);
      if (Double.isFinite(a) && Double.isFinite(b) && !isNear(a, b)) {
        apart.add(i);
      }
    }
    return !apart.isEmpty() && !isRounding(value, written, apart, at, reading);
  }

  /** Whether two numbers are equal but for rounding that is not worse than usual. */
  static boolean isNear(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * (1 + Math.abs(a) + Math.abs(b));
  }

  private static boolean isRounding(
      DenseTensor value,
      DenseTensor written,
      List<Integer> apart,
      Map<String, DenseTensor> at,
      Reading reading) {
    try {
      DenseTensor cond = RunningError.cond(reading.rounding(), List.copyOf(at.values()));
      return cond.shape().equals(value.shape())
          && apart.stream()
              .allMatch(i -> Math.abs(value.at(i) - written.at(i)) <= ROUNDING * cond.at(i));
    } catch (RuntimeException | StackOverflowError opaque) {
      return false;
    }
  }
}
