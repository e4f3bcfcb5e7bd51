package dev.backproof.verify.assertion;

import dev.backproof.core.Custom;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
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
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
  static final int POINTS = 96;

  /** Far above rounding and far below what another formula makes of plain numbers. */
  private static final double TOLERANCE = 1e-6;

  /** Rounding errors are counted generously: a wrong formula is not nearly right. */
  private static final double ROUNDING = 1e3 * Math.ulp(1.0);

  /** How a method can be another on numbers than on letters. */
  enum Cause {
    /** It asks what it is given. */
    BRANCH(
        "does on numbers something else than it wrote down for all sizes:\n"
            + "the method branches on a size, or on what it is given",
        "one formula for all sizes; or numbers as sizes, as in \"1\""),
    /** A {@link Custom} operation says twice what it is. */
    VALUE(
        "does on numbers something else than it wrote down for all sizes:\n"
            + "its value and its formula are not the same",
        "mend one of the two"),
    /** It was written down, and nobody can run it. */
    THROWS(
        "throws wherever it is run on numbers, though it can be written down for all sizes",
        "what is proved must run: at(…) runs it at a point");

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
   * @param claimed whether the claim is about it: then it may not throw wherever it is run
   */
  record Reading(
      String what,
      Formula rounding,
      Function<List<DenseTensor>, DenseTensor> run,
      Function<ExprEvaluation, DenseTensor> written,
      Cause cause,
      boolean claimed) {
    /** A formula that the claim is about. */
    static Reading of(String what, Formula formula, Function<ExprEvaluation, DenseTensor> written) {
      return new Reading(what, formula, formula::apply, written, Cause.BRANCH, true);
    }
  }

  /**
   * A difference.
   *
   * @param reading the method that makes it
   * @param point where
   * @param run what the method does there; text, since it may be an exception
   * @param written what it wrote down
   * @param cause why
   */
  record Difference(Reading reading, Point point, String run, String written, Cause cause) {}

  /**
   * The first difference that is found.
   *
   * <p>A method that has to name a size by its letter, since no operand has it, cannot be run on
   * numbers and is not compared.
   */
  Optional<Difference> first(List<Reading> readings) {
    List<List<Point>> points =
        DrawnPoints.of(claim.entries().get(0).statement(), POINTS, setting.decider().seed());
    return readings.stream().flatMap(reading -> first(reading, points).stream()).findFirst();
  }

  private Optional<Difference> first(Reading reading, List<List<Point>> points) {
    Map<Point, NotRun> thrown = new LinkedHashMap<>();
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
            return Optional.of(
                new Difference(reading, point, found, String.valueOf(written), reading.cause()));
          }
        } catch (NotRun e) {
          thrown.put(point, e);
        }
      }
    }
    boolean cannot = !reading.claimed() || thrown.values().stream().allMatch(this::isOfLetter);
    Cause cause = ran ? reading.cause() : Cause.THROWS;
    return ran || !cannot
        ? thrown.entrySet().stream()
            .findFirst()
            .map(e -> new Difference(reading, e.getKey(), e.getValue().text(), "a value", cause))
        : Optional.empty();
  }

  /** Whether a method asked for the number of a size that it could not get from an operand. */
  private boolean isOfLetter(NotRun thrown) {
    Set<Size> axes =
        setting.operands().stream()
            .flatMap(operand -> operand.sizes().stream())
            .collect(Collectors.toSet());
    List<String> letters = claim.entries().get(0).statement().declarations().sizes();
    return thrown.isBySize() && letters.stream().map(Size::symbol).anyMatch(s -> !axes.contains(s));
  }

  /** A method that throws. */
  private static final class NotRun extends Exception {
    private static final long serialVersionUID = 1;

    private final Throwable cause;

    NotRun(Throwable cause) {
      super(cause);
      this.cause = cause;
    }

    /** What is thrown, and where. */
    String text() {
      return cause + Failure.place(cause).map(place -> "\nat " + place).orElse("");
    }

    /** Whether a size or shape refused, which is how letters answer when they are to be numbers. */
    boolean isBySize() {
      StackTraceElement[] trace = cause.getStackTrace();
      return trace.length > 0
          && List.of(Size.class.getName(), Shape.class.getName()).contains(trace[0].getClassName());
    }
  }

  private static DenseTensor run(Reading reading, Map<String, DenseTensor> at) throws NotRun {
    try {
      return reading.run().apply(List.copyOf(at.values()));
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
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
  private Map<String, DenseTensor> closeBy(Map<String, DenseTensor> at) {
    return closeBy(at, name -> true);
  }

  /** As above, where only some operands are other ones. */
  Map<String, DenseTensor> closeBy(Map<String, DenseTensor> at, Predicate<String> moves) {
    Map<String, DenseTensor> near = new LinkedHashMap<>(at);
    Random random = new Random(setting.decider().seed());
    List<String> labels =
        setting.operands().stream().filter(Operand::isLabels).map(Operand::name).toList();
    near.replaceAll((name, x) -> labels.contains(name) || !moves.test(name) ? x : moved(x, random));
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
    return Double.isFinite(a - b) && Math.abs(a - b) <= TOLERANCE * (1 + Math.abs(a) + Math.abs(b));
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
