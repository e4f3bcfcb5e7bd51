package dev.backproof.verify.reading;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.verify.check.BigTensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Slopes of elementary functions from the least argument to the largest, relative to themselves.
 *
 * <p>A running error grows where a rule is written so that it cancels, so it cannot show that; this
 * can.
 */
class TailsTest {
  private static final double U = 0x1p-53;

  /** A handful of functions of one or two units in the last place each. */
  private static final double UNITS = 32;

  private static final double[] SIZES =
      DoubleStream.concat(DoubleStream.of(0.1, 0.5, 1, 2, 3, 5, 10, 19), Arrays.stream(Tails.SIZES))
          .toArray();

  @ParameterizedTest
  @EnumSource
  void slopesAreRightRelativeToThemselves(Elementary f) {
    int judged = 0;
    for (double size : SIZES) {
      for (double x : new double[] {size, -size}) {
        if (f.domain().contains(x)) {
          judged += assertSlope(f, x);
        }
      }
    }
    assertTrue(judged > SIZES.length / 2, "judged only " + judged);
  }

  /** 1 if the slope is a number float64 has. */
  private static int assertSlope(Elementary f, double x) {
    DenseTensor one = DenseTensor.scalar(1);
    Written at = OpCase.of(new Op(Primitive.MAP, f), DenseTensor.scalar(x)).written();
    Point point = new Point(at, List.of(one), one);
    BigTensor engine = point.pushed(BigTensor::of);
    if (!engine.isDefined()) { // e^x beyond a million
      assertTrue(Double.isInfinite(point.pushed(y -> y).item()), f + "′(" + x + ")");
      return 0;
    }
    BigDecimal exact = exact(f, x, engine);
    double units = f == Elementary.ERF ? UNITS + 2 * x * x : UNITS; // e^(−x²) of a rounded x²
    double bound = units * U * Math.abs(exact.doubleValue()) + Closeness.UNDERFLOW;
    for (double slope :
        new double[] {point.pushed(y -> y).item(), point.pulled(y -> y).get(0).item()}) {
      if (Double.isInfinite(slope)) {
        assertTrue(Double.isInfinite(exact.doubleValue()), f + "′(" + x + ") = " + slope);
        return 0;
      }
      double error = exact.subtract(new BigDecimal(slope)).abs().doubleValue();
      assertTrue(error <= bound, f + "′(" + x + ") = " + slope + ", but " + exact.doubleValue());
    }
    return 1;
  }

  /** Of the saturating functions by the textbook, in e^(−|x|); of the others by the engine. */
  private static BigDecimal exact(Elementary f, double x, BigTensor engine) {
    return switch (f) {
      case SIGMOID -> logisticSlope(new BigDecimal(x));
      case TANH ->
          logisticSlope(new BigDecimal(x).multiply(BigDecimal.valueOf(2)))
              .multiply(BigDecimal.valueOf(4));
      default -> engine.at(0);
    };
  }

  /** e/(1 + e)² with e = e^(−|x|), all of whose terms are positive. */
  private static BigDecimal logisticSlope(BigDecimal x) {
    BigTensor e = BigTensor.of(Shape.SCALAR, List.of(x.abs().negate())).map(Elementary.EXP);
    return e.at(0).divide(e.at(0).add(BigDecimal.ONE).pow(2), new MathContext(60));
  }
}
