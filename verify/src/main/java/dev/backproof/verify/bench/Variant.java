package dev.backproof.verify.bench;

import java.util.List;
import java.util.Locale;

/** What is timed. */
public enum Variant {
  /** The gradients by hand, on tensors. */
  CLOSED_FORM_EAGER,
  /** The loss recorded on a tape and swept back, on tensors. */
  GRAPH_EAGER,
  /** The gradients by hand as a program, optimised and planned. */
  CLOSED_FORM_TRACED,
  /** Loss and backward sweep as a program, optimised and planned. */
  GRAPH_TRACED,
  /** Loops in plain Java. */
  PLAIN_LOOPS,
  /** The products of matrices of the step, and nothing else. */
  FLOOR,

  /** The loss alone, on tensors. */
  FORWARD_EAGER,
  /** The loss alone as a program. */
  FORWARD_TRACED,

  /** A traced step of a network with several hidden layers. */
  DEPTH,
  /** Recording the step of a deep network as a program. */
  TRACE,
  /** Optimising that program. */
  OPTIMISE,
  /** Planning the optimised program. */
  PLAN,
  /** A chain of scalar products on a tape, recorded and swept back. */
  TAPE;

  /** A whole training step each: the rows of the table. */
  public static final List<Variant> STEPS =
      List.of(CLOSED_FORM_EAGER, GRAPH_EAGER, CLOSED_FORM_TRACED, GRAPH_TRACED, PLAIN_LOOPS, FLOOR);

  /** The forward pass alone. */
  public static final List<Variant> FORWARD = List.of(FORWARD_EAGER, FORWARD_TRACED);

  /** The word of tables and files: {@code graph-traced}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
