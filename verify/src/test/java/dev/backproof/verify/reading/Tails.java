package dev.backproof.verify.reading;

/** Arguments at which a careless formula over- or underflows, or loses what is small. */
final class Tails {
  /** Their sizes; either sign is meant. */
  static final double[] SIZES = {
    20,
    37,
    100,
    354,
    700,
    709,
    710,
    745,
    746,
    1000,
    1e8,
    1e-5,
    1e-8,
    1e-30,
    1e-155,
    1e-300,
    Double.MIN_NORMAL,
    3e-310,
    Double.MIN_VALUE
  };

  private Tails() {}
}
