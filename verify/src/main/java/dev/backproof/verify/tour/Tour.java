package dev.backproof.verify.tour;

import dev.backproof.verify.markup.Html;
import dev.backproof.verify.report.ComputationGraph;

/**
 * The programs of the tour, in the order in which they are read.
 *
 * <p>The lines of each also work in {@code jshell}, after the {@linkplain #startUp() start-up file}
 * that has their imports.
 */
public enum Tour {
  /** y = w³: the variable is used three times. */
  ONE_VARIABLE(
      "one-variable",
      "three paths lead back to one variable; what they bring adds up",
      "y = w³ at w = 2"),
  /** L = ‖x‖₂² + ‖x‖₁: a vector, with an entry at a kink. */
  ONE_VECTOR(
      "one-vector",
      "the graph of a vector: shapes, two paths that meet, an entry at a kink",
      "L = ‖x‖₂² + ‖x‖₁ at x = (1, −2, 0)"),
  /** y = 1/(1 + x²) on dual numbers. */
  FORWARD_MODE(
      "forward-mode",
      "dual numbers: every operation carries a tangent on",
      "y = 1/(1 + x²) at x = 1"),
  /** Rows and columns of a Jacobian. */
  JACOBIAN(
      "jacobian",
      "pull back for a row, push forward for a column; each tests the other",
      "f(x) = (x₀x₁, x₁x₂) at x = (2, 3, 5): row 0 of the Jacobian"),
  /** 3w² of L = Σ w³, and a slip. */
  HAND_GRADIENT(
      "hand-gradient",
      "a gradient by hand against numerical witnesses; a slip is seen",
      "L = Σ w³ at w = (2, −1)"),
  /** Three spellings of max(0, z) at 0. */
  KINKS(
      "kinks",
      "where no derivative exists: conventions, and what they are not",
      "y = rect(z) − rect(−z) at its kink, z = 0"),
  /** The network of the notes, for one example. */
  NOTES(
      "notes",
      "the network of the notes, forward and backward, #7 to #17",
      "The network of the notes: x = (1, 2), label 0 of two classes"),
  /** Reverse mode over forward mode. */
  HESSIAN_VECTOR(
      "hessian-vector",
      "the Hessian times a vector, without the Hessian",
      "L = ¼‖x‖⁴ at x = (1, 2)"),
  /** A step of descent, recorded once. */
  COMPILED_STEP(
      "compiled-step",
      "a step of training recorded for all sizes, optimised, run in place",
      "L = ½‖X·w − y‖² at w = 0"),
  /** A layer with its backward pass, proved. */
  OWN_LAYER(
      "own-layer",
      "a layer of your own: its backward pass proved for all sizes, a slip refuted",
      "L = ⟨u, z ⊙ σ(z)⟩ with z = W·x: a layer of your own");

  private final String word;
  private final String title;
  private final String caption;

  Tour(String word, String title, String caption) {
    this.word = word;
    this.title = title;
    this.caption = caption;
  }

  /** What it shows, in half a sentence. */
  public String title() {
    return title;
  }

  /** What the graph of it shows: a formula, and where. */
  public String caption() {
    return caption;
  }

  /** The graph of what it is about, computed anew. */
  public ComputationGraph graph() {
    return switch (this) {
      case ONE_VARIABLE -> OneVariable.graph();
      case ONE_VECTOR -> OneVector.graph();
      case FORWARD_MODE -> ForwardMode.graph();
      case JACOBIAN -> Jacobian.graph();
      case HAND_GRADIENT -> HandGradient.graph();
      case KINKS -> Kinks.graph();
      case NOTES -> NotesNetwork.graph();
      case HESSIAN_VECTOR -> HessianVector.graph();
      case COMPILED_STEP -> CompiledStep.graph();
      case OWN_LAYER -> OwnLayer.graph();
    };
  }

  /** What it prints, computed anew. */
  public String text() {
    return switch (this) {
      case ONE_VARIABLE -> OneVariable.text();
      case ONE_VECTOR -> OneVector.text();
      case FORWARD_MODE -> ForwardMode.text();
      case JACOBIAN -> Jacobian.text();
      case HAND_GRADIENT -> HandGradient.text();
      case KINKS -> Kinks.text();
      case NOTES -> NotesNetwork.text();
      case HESSIAN_VECTOR -> HessianVector.text();
      case COMPILED_STEP -> CompiledStep.text();
      case OWN_LAYER -> OwnLayer.text();
    };
  }

  /** Its lines, as {@code jshell} takes them. */
  public String lines() {
    return Html.resource(Tour.class, word + ".jsh");
  }

  /** The start-up file for {@code jshell}: imports, and {@code out}, to which the lines print. */
  public static String startUp() {
    return Html.resource(Tour.class, "backproof.jsh");
  }

  /** What is typed for it. */
  @Override
  public String toString() {
    return word;
  }
}
