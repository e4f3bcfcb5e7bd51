package dev.backproof.verify.theorem;

import static dev.backproof.verify.theorem.Proposition.Part.NOTES;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.ElasticNet;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.ClosedForm;
import dev.backproof.mlp.closedform.Penalty;
import dev.backproof.mlp.train.GradientDescent;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Index;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.notes.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A minibatch is the mean of its examples: its loss, its closed form, its gradient by the graph, a
 * step of gradient descent with it (claims 2.5, 2.6, 2.18 and 3.2).
 */
final class MeanTheorems {
  private static final Network NETWORK = Network.NOTES;
  private static final Index ROW = Index.made(0, NotesLetters.N);

  private MeanTheorems() {}

  /**
   * A minibatch in letters.
   *
   * @param letters the parameters, and what else is declared
   * @param x the design matrix
   * @param y the labels of its rows
   */
  private record Batch(NotesLetters letters, Expr x, Expr y) {
    static Batch declare() {
      NotesLetters letters = NotesLetters.declare();
      return new Batch(letters, letters.batch(), letters.labels());
    }

    Symbols symbols() {
      return letters.symbols();
    }

    Parameters<Expr> parameters() {
      return letters.parameters();
    }

    /** The closed form of the whole. */
    Parameters<Expr> closedForm() {
      return closedForm(parameters(), x, y);
    }

    /** The closed form of the example in one row. */
    Parameters<Expr> closedFormOfRow() {
      return closedForm(parameters(), x.fix(0, ROW), y.fix(0, ROW));
    }

    private static Parameters<Expr> closedForm(Parameters<Expr> p, Expr x, Expr y) {
      return ClosedForm.of(x).gradients(NETWORK, p, x, Network.target(p, y)).parameters();
    }

    /** What the graph finds for the whole. */
    Parameters<Expr> graph(VjpRules page) {
      List<Expr> in = new ArrayList<>(parameters().list());
      in.add(x);
      in.add(y);
      return Parameters.of(
          IntStream.range(0, Parameters.COUNT)
              .mapToObj(
                  which -> Statements.swept(page, in, Formula.ofList(MeanTheorems::loss), which))
              .toList());
    }
  }

  private static <T extends Tensor<T>> T loss(List<T> in) {
    return NETWORK.loss(Parameters.of(in), in.get(Parameters.COUNT), in.get(Parameters.COUNT + 1));
  }

  /** (1/n)·Σᵣ of what depends on the row. */
  private static Expr mean(Expr ofRow) {
    return ofRow.sumOver(ROW).div(ofRow.size(NotesLetters.N));
  }

  private static Parameters<Expr> mean(Parameters<Expr> ofRow) {
    return ofRow.map(MeanTheorems::mean);
  }

  static List<Proposition> of(Claim claim, VjpRules page) {
    return switch (claim.id()) {
      case "2.5" ->
          List.of(
              new Proposition(
                  NOTES, "2.5", "risk = mean of the losses", claim.title(), MeanTheorems::risk));
      case "2.6" -> {
        List<Proposition> all = new ArrayList<>();
        all.addAll(parts(claim, "step = mean of the steps, closed form", MeanTheorems::step));
        all.addAll(
            parts(
                claim,
                "step = mean of the steps, engine",
                (batch, which) -> stepByGraph(batch, which, page)));
        yield all;
      }
      case "2.18" -> parts(claim, "minibatch = mean, with penalty", MeanTheorems::penalised);
      case "3.2" -> parts(claim, "minibatch = mean of the examples", MeanTheorems::closedForm);
      default -> List.of();
    };
  }

  /** A claim about one part of the parameters. */
  private interface OfPart {
    SymbolicClaim of(Batch batch, int which);
  }

  private static List<Proposition> parts(Claim claim, String label, OfPart made) {
    return IntStream.range(0, Parameters.COUNT)
        .mapToObj(
            which ->
                new Proposition(
                    NOTES,
                    claim.id(),
                    label + ", " + Parameters.NAMES.list().get(which),
                    claim.title(),
                    () -> made.of(Batch.declare(), which)))
        .toList();
  }

  private static SymbolicClaim risk() {
    Batch batch = Batch.declare();
    Expr whole = NETWORK.loss(batch.parameters(), batch.x(), batch.y());
    Expr ofRow = NETWORK.loss(batch.parameters(), batch.x().fix(0, ROW), batch.y().fix(0, ROW));
    return Statements.identity(batch.symbols(), whole, mean(ofRow));
  }

  private static SymbolicClaim closedForm(Batch batch, int which) {
    return equal(batch, batch.closedForm(), mean(batch.closedFormOfRow()), which);
  }

  private static SymbolicClaim penalised(Batch batch, int which) {
    Parameters<Expr> p = batch.parameters();
    ElasticNet<Expr> net =
        new ElasticNet<>(
            batch.symbols().positive("lam11"),
            batch.symbols().positive("lam12"),
            batch.symbols().positive("lam21"),
            batch.symbols().positive("lam22"));
    Parameters<Expr> whole = Penalty.add(batch.closedForm(), net, p);
    return equal(batch, whole, mean(Penalty.add(batch.closedFormOfRow(), net, p)), which);
  }

  private static SymbolicClaim step(Batch batch, int which) {
    return step(batch, batch.closedForm(), which);
  }

  private static SymbolicClaim stepByGraph(Batch batch, int which, VjpRules page) {
    return step(batch, batch.graph(page), which);
  }

  /** θ − η·gradient = the mean over the examples of θ − η·gradient of one. */
  private static SymbolicClaim step(Batch batch, Parameters<Expr> gradient, int which) {
    Parameters<Expr> p = batch.parameters();
    Expr eta = batch.symbols().positive("eta");
    Parameters<Expr> ofRow = GradientDescent.step(p, batch.closedFormOfRow(), eta);
    return equal(batch, GradientDescent.step(p, gradient, eta), mean(ofRow), which);
  }

  private static SymbolicClaim equal(
      Batch batch, Parameters<Expr> left, Parameters<Expr> right, int which) {
    return Statements.identity(batch.symbols(), left.list().get(which), right.list().get(which));
  }
}
