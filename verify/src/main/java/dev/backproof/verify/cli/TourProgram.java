package dev.backproof.verify.cli;

import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.tour.DeepNetwork;
import dev.backproof.verify.tour.NotesMinibatch;
import dev.backproof.verify.tour.NotesNetwork;
import dev.backproof.verify.tour.OneVariable;
import dev.backproof.verify.tour.OneVector;

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
  DEEP("deep");

  /** What is typed for NAME, and what it is. */
  static final String NAMES =
      "one-variable, one-vector, notes (their network, for one example), notes-minibatch, deep (six"
          + " layers).";

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
    };
  }

  /** The first line of what it prints. */
  String title() {
    String text = text();
    return text.substring(0, text.indexOf('\n'));
  }

  /** What is typed for it. */
  @Override
  public String toString() {
    return word;
  }
}
