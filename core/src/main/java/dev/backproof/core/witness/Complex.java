package dev.backproof.core.witness;

/**
 * A complex number re + im·i whose imaginary part is a perturbation.
 *
 * <p>Arithmetic is that of complex numbers, arranged so that the imaginary part keeps its relative
 * accuracy however small it is. Products of two perturbations (1e-60 beside 1) are dropped: so the
 * real part is the value itself, bit for bit, also where that is 0, and whatever decides by it
 * decides as it does on numbers. An imaginary part of exactly 0 is no perturbation and stays 0,
 * also beside an infinite real part.
 */
record Complex(double re, double im) {
  static final Complex ZERO = new Complex(0, 0);
  static final Complex ONE = new Complex(1, 0);
  static final Complex UNDEFINED = new Complex(Double.NaN, Double.NaN);

  Complex plus(Complex b) {
    return new Complex(re + b.re, im + b.im);
  }

  Complex minus(Complex b) {
    return new Complex(re - b.re, im - b.im);
  }

  Complex negate() {
    return new Complex(-re, -im);
  }

  Complex times(Complex b) {
    return new Complex(re * b.re, unlessStill(re, b.im) + unlessStill(b.re, im));
  }

  /** The product in which a zero wins; a zero real part is a zero that may be about to move. */
  Complex strongTimes(Complex b) {
    double real = strong(re, b.re);
    return new Complex(real, strong(re, b.im) + strong(b.re, im));
  }

  /** The quotient q = re + im·i with q·b = this, so that im·b.re + re·b.im = this.im. */
  Complex div(Complex b) {
    double real = re / b.re;
    double moved = im - unlessStill(real, b.im);
    return new Complex(real, moved == 0 ? 0 : moved / b.re);
  }

  /** {@code size}·(cos angle + i·sin angle). */
  static Complex polar(double size, double angle) {
    return angle == 0
        ? new Complex(size, 0)
        : new Complex(size * Math.cos(angle), size * Math.sin(angle));
  }

  /** The factor times a perturbation, which is 0 where nothing is perturbed. */
  private static double unlessStill(double factor, double perturbation) {
    return perturbation == 0 ? 0 : factor * perturbation;
  }

  private static double strong(double a, double b) {
    return a == 0 || b == 0 ? 0 : a * b;
  }
}
