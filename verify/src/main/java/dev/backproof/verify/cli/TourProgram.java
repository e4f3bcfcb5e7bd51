package dev.backproof.verify.cli;

import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.GraphTable;
import dev.backproof.verify.tour.DeepNetwork;
import dev.backproof.verify.tour.NotesMinibatch;
import dev.backproof.verify.tour.NotesNetwork;
import dev.backproof.verify.tour.OneVariable;
import dev.backproof.verify.tour.OneVector;
import dev.backproof.verify.tour.Tour;

/** The small programs by the names they have on the command line. */
enum TourProgram {
  /** y = w³. */
  ONE_VARIABLE("one-variable"),
  /** L = ‖x‖₂² + ‖x‖₁. */
  ONE_VECTOR("one-vector"),
  /** The network of the notes, for one example. */
  NOTES("notes"),
  /** The network of the notes, for two examples. */
  NOTES_MINIBATCH("notes-minibatch"),
  /** Six layers. */
  DEEP("deep"),
  /** y = 1/(1 + x²). */
  FORWARD_MODE("forward-mode"),
  /** Products of neighbours, with the cotangent of the first. */
  JACOBIAN("jacobian"),
  /** L = Σ w³. */
  HAND_GRADIENT("hand-gradient"),
  /** rect(z) − rect(−z) at the kink. */
  KINKS("kinks"),
  /** L = ¼‖x‖⁴. */
  HESSIAN_VECTOR("hessian-vector"),
  /** L = ½‖X·w − y‖². */
  COMPILED_STEP("compiled-step"),
  /** A layer of one's own, paired with a cotangent. */
  OWN_LAYER("own-layer");

  /** What is typed for NAME. */
  static final String NAMES =
      "one-variable, one-vector, notes (their network, for one example), notes-minibatch, deep (six"
          + " layers), or another program of the tour: forward-mode, jacobian, hand-gradient, kinks,"
          + " hessian-vector, compiled-step, own-layer.";

  private final String word;

  TourProgram(String word) {
    this.word = word;
  }

  /** Its graph, computed anew. */
  ComputationGraph graph() {
    return switch (this) {
      case ONE_VARIABLE -> OneVariable.graph();
      case ONE_VECTOR -> OneVector.graph();
      case NOTES -> NotesNetwork.graph();
      case NOTES_MINIBATCH -> NotesMinibatch.graph();
      case DEEP -> DeepNetwork.graph();
      case FORWARD_MODE -> Tour.FORWARD_MODE.graph();
      case JACOBIAN -> Tour.JACOBIAN.graph();
      case HAND_GRADIENT -> Tour.HAND_GRADIENT.graph();
      case KINKS -> Tour.KINKS.graph();
      case HESSIAN_VECTOR -> Tour.HESSIAN_VECTOR.graph();
      case COMPILED_STEP -> Tour.COMPILED_STEP.graph();
      case OWN_LAYER -> Tour.OWN_LAYER.graph();
    };
  }

  /** What it prints. */
  String text() {
    return switch (this) {
      case ONE_VARIABLE -> OneVariable.text();
      case ONE_VECTOR -> OneVector.text();
      case NOTES -> NotesNetwork.text();
      case NOTES_MINIBATCH -> NotesMinibatch.text();
      case DEEP -> DeepNetwork.text();
      case FORWARD_MODE, JACOBIAN, HAND_GRADIENT, KINKS, HESSIAN_VECTOR, COMPILED_STEP, OWN_LAYER ->
          GraphTable.of(graph());
    };
  }

  /**
   * What its picture and its page are called: the first line of what it prints, if that says it.
   */
  String title() {
    return switch (this) {
      case ONE_VARIABLE, ONE_VECTOR, NOTES, NOTES_MINIBATCH, DEEP ->
          text().substring(0, text().indexOf('\n'));
      case FORWARD_MODE -> "y = 1/(1 + x²)";
      case JACOBIAN -> "Products of neighbours, with the cotangent of the first";
      case HAND_GRADIENT -> "L = Σ w³";
      case KINKS -> "rect(z) − rect(−z) at the kink";
      case HESSIAN_VECTOR -> "L = ¼‖x‖⁴";
      case COMPILED_STEP -> "L = ½‖X·w − y‖²";
      case OWN_LAYER -> "A layer of one's own, paired with a cotangent";
    };
  }

  /** What is typed for it. */
  @Override
  public String toString() {
    return word;
  }
}
