package dev.backproof.mlp.train;

/** A training whose loss or parameters are no longer numbers: it says where, and what was first. */
public final class DivergedTraining extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DivergedTraining(String message) {
    super(message);
  }
}
