package dev.backproof.verify.graph;

/** How much of a graph is shown. */
public enum Content {
  /** What is computed: names, operations, shapes. */
  FORWARD("forward"),
  /** And the values. */
  VALUES("values"),
  /** And the cotangents, with what flows back along each link. */
  GRADIENTS("gradients");

  private final String word;

  Content(String word) {
    this.word = word;
  }

  /** Whether values are shown. */
  public boolean hasValues() {
    return this != FORWARD;
  }

  /** Whether cotangents are shown. */
  public boolean hasGradients() {
    return this == GRADIENTS;
  }

  /** What is typed for it. */
  @Override
  public String toString() {
    return word;
  }
}
