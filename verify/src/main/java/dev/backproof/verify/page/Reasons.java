package dev.backproof.verify.page;

import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.verify.report.Calculation;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.ComputationGraph.Edge;
import dev.backproof.verify.report.ComputationGraph.Node;
import dev.backproof.verify.report.ComputationGraph.Pull;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One sentence for each step: why it is done so. The formulas beside it come from elsewhere. */
final class Reasons {
  private Reasons() {}

  static String inputs(ComputationGraph graph) {
    return "What is put in: for variables gradients of "
        + graph.result().word()
        + " are asked, constants are only used.";
  }

  static String seed(ComputationGraph graph) {
    Node y = graph.result();
    return y.shape().rank() == 0
        ? "Backward starts at the end: "
            + y.word()
            + " changes as fast as itself, so its own"
            + " derivative is "
            + y.bar()
            + " = 1."
        : "Backward starts at the end, with the cotangent that was given for " + y.word() + ".";
  }

  static String gradients() {
    return "What has arrived at the variables is the gradient: each entry says how fast the result"
        + " changes with that entry.";
  }

  /** Why a value is what it is. */
  static String forward(ComputationGraph graph, Node node) {
    List<Op> operations = operations(graph, node);
    Op main = main(operations);
    boolean repeated =
        operations.get(0).primitive() == Primitive.PLUS
            && graph.edges().stream()
                .filter(edge -> edge.to().equals(node))
                .allMatch(edge -> edge.from().shape().rank() > 0)
            && graph.edges().stream()
                .anyMatch(
                    edge ->
                        edge.to().equals(node) && edge.from().shape().rank() < node.shape().rank());
    String more = repeated ? " What has fewer axes is repeated for each row." : "";
    return forward(main) + more;
  }

  /** Why its cotangent is complete. */
  static String backward(ComputationGraph graph, Node node) {
    long uses =
        graph.edges().stream().filter(e -> e.from().equals(node) && e.local().isPresent()).count();
    String complete =
        uses == 0
            ? "what backward starts with"
            : uses == 1
                ? "complete, since " + node.word() + " is used once"
                : "complete, since all "
                    + uses
                    + " uses of "
                    + node.word()
                    + " have sent their part";
    return "Here "
        + node.bar()
        + " is "
        + complete
        + "; it is multiplied by each local derivative.";
  }

  /** Why an edge sends what it sends. */
  static String pull(Pull pull) {
    Edge edge = pull.edge();
    Op main = main(edge.local().orElseThrow().slope().operations());
    boolean summed =
        edge.from().shape().rank() < edge.to().shape().rank() && main.primitive() == Primitive.PLUS;
    return backward(main, edge.operand())
        + (summed ? " It was repeated, so the parts of its copies are summed." : "")
        + (pull.meets() ? " Another path has been here: what arrives is added." : "");
  }

  /** The operations of a node, those written inside it too, the outermost first. */
  private static List<Op> operations(ComputationGraph graph, Node node) {
    Calculation calculation = graph.calculation();
    Set<Integer> nodes = new HashSet<>(calculation.values());
    List<Op> operations = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    int own = calculation.values().get(node.id() - 1);
    open.add(own);
    while (!open.isEmpty()) {
      int place = open.remove();
      if (place == own || !nodes.contains(place)) {
        calculation.steps().get(place).op().ifPresent(operations::add);
        open.addAll(calculation.steps().get(place).operands());
      }
    }
    return operations;
  }

  /** The operation that a reader would name: a product of matrices, else the outermost real one. */
  private static Op main(List<Op> operations) {
    for (Op op : operations) {
      if (op.primitive() == Primitive.MATMUL) {
        return op;
      }
    }
    return operations.stream().filter(op -> !moves(op)).findFirst().orElse(operations.get(0));
  }

  private static boolean moves(Op op) {
    return switch (op.primitive()) {
      case PERMUTE, RESHAPE -> true;
      case EXPAND -> op.size().isOne();
      default -> false;
    };
  }

  private static String forward(Op op) {
    return switch (op.primitive()) {
      case MAP -> forward(op.elementary());
      case PLUS -> "The sum, entry by entry.";
      case MINUS -> "The difference, entry by entry.";
      case TIMES, STRONG_TIMES -> "The product, entry by entry.";
      case DIV -> "The quotient, entry by entry.";
      case POW -> "The power, entry by entry.";
      case MAXIMUM -> "The larger of each pair.";
      case MINIMUM -> "The smaller of each pair.";
      case MATMUL ->
          "A product of matrices: each entry is a row on the left times a column on the"
              + " right, summed over the inner index.";
      case SUM -> "The sum over axis " + op.axis() + ", which disappears.";
      case MAX -> "The maximum over axis " + op.axis() + ", which disappears.";
      case EXPAND, BROADCAST_TO -> "The same entries, repeated.";
      case SUM_TO -> "What had been repeated is summed.";
      case PERMUTE, RESHAPE -> "The same entries in other places.";
      case SLICE -> "A part of the entries.";
      case PAD -> "The entries amid zeros.";
      case WHERE -> "Where the condition holds the first value is taken, elsewhere the second.";
      case EQUAL, GREATER -> "1 where the condition holds, else 0.";
      case ONE_HOT -> "Each label becomes a row with a 1 at its place.";
      case SIZE, CONSTANT -> "A number of the formula.";
      case DETACH -> "The same values, taken as constants.";
      case CUSTOM -> "An operation of its own: " + op.name() + ".";
    };
  }

  private static String forward(Elementary f) {
    return switch (f) {
      case RECT -> "Each entry stays if it is positive; else it becomes 0.";
      case NEGATE -> "Each entry with the other sign.";
      case SQUARE -> "Each entry squared.";
      case RECIPROCAL -> "One over each entry.";
      case STEP -> "1 where the entry is positive, else 0.";
      default -> f.symbol() + " of each entry.";
    };
  }

  private static String backward(Op op, int operand) {
    boolean first = operand == 0;
    return switch (op.primitive()) {
      case MAP -> backward(op.elementary());
      case PLUS -> "A sum hands its cotangent on as it is: the local derivative is 1.";
      case MINUS ->
          first
              ? "A difference hands its cotangent to the first operand as it is."
              : "A difference hands its cotangent to the second operand with the other sign.";
      case TIMES, STRONG_TIMES -> "In a product the derivative by one factor is the other factor.";
      case DIV ->
          first
              ? "The derivative of a quotient by its numerator is one over the denominator."
              : "The derivative of a quotient by its denominator is minus the quotient over the"
                  + " denominator.";
      case POW -> "The derivative of a power, by its base or by its exponent.";
      case MAXIMUM, MINIMUM ->
          "The cotangent goes to the one that was taken; at a tie half to each.";
      case MATMUL ->
          "A product of matrices is linear in each factor: upstream and the other factor, transposed,"
              + " are multiplied, in the order in which the shapes fit.";
      case SUM -> "Every summand counts the same: each gets the cotangent of the sum.";
      case MAX -> "Only the largest entry counts: it gets the cotangent; ties share it.";
      case EXPAND, BROADCAST_TO -> "What is repeated is used several times: the parts are summed.";
      case SUM_TO -> "Every summand counts the same: each gets the cotangent of the sum.";
      case PERMUTE, RESHAPE -> "Entries change their places only, and so do their cotangents.";
      case SLICE -> "What was not taken has cotangent 0.";
      case PAD -> "What was put around the entries is constant; only their own part comes back.";
      case WHERE -> "The cotangent goes to the side that was taken; the other gets 0.";
      case CUSTOM -> "The rule that the operation " + op.name() + " brings along.";
      case EQUAL, GREATER, ONE_HOT, SIZE, CONSTANT, DETACH -> "No derivative flows here.";
    };
  }

  private static String backward(Elementary f) {
    return switch (f) {
      case RECT ->
          "rect has slope 1 where its argument is positive and 0 elsewhere, at the kink too, by"
              + " convention: the cotangent passes or stops.";
      case EXP -> "exp is its own derivative: the value computed on the way forward is used again.";
      case LOG -> "The derivative of log is one over its argument.";
      case SQUARE -> "The derivative of a square is twice its argument.";
      case NEGATE -> "The other sign, as on the way forward.";
      case ABS -> "abs has slope sign: 1, −1, and 0 at the kink, by convention.";
      default -> "Entry by entry: upstream times the derivative of " + f.symbol() + ".";
    };
  }
}
