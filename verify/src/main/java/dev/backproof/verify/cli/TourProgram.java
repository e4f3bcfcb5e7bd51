package dev.backproof.verify.cli;

import dev.backproof.verify.report.ComputationGraph;
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
  NOTES("notes");

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
    };
  }

  /** What it prints. */
  String text() {
    return switch (this) {
      case ONE_VARIABLE -> OneVariable.text();
      case ONE_VECTOR -> OneVector.text();
      case NOTES -> NotesNetwork.text();
    };
  }

  /** What is typed for it. */
  @Override
  public String toString() {
    return word;
  }
}
