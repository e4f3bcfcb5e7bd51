package dev.backproof.verify.cli;

import dev.backproof.mlp.train.TrainingStep;

/** Where the gradients of a training come from, as it is typed. */
enum GradientWord {
  /** Derived by hand. */
  CLOSED_FORM("closed-form", TrainingStep.Gradient.CLOSED_FORM),
  /** The graph, swept backwards. */
  GRAPH("graph", TrainingStep.Gradient.GRAPH);

  private final String word;
  private final TrainingStep.Gradient gradient;

  GradientWord(String word, TrainingStep.Gradient gradient) {
    this.word = word;
    this.gradient = gradient;
  }

  TrainingStep.Gradient gradient() {
    return gradient;
  }

  /** What is typed for it. */
  @Override
  public String toString() {
    return word;
  }
}
