package dev.backproof.verify.expr;

import static dev.backproof.verify.expr.SampleNumbers.D;
import static dev.backproof.verify.expr.SampleNumbers.H;
import static dev.backproof.verify.expr.SampleNumbers.M;
import static dev.backproof.verify.expr.SampleNumbers.N;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.Minibatch;
import dev.backproof.mlp.closedform.OneExample;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StatementsTest {
  private static final long SEED = 11;
  private static final Formula LOSS = Formula.ofList(StatementsTest::loss);
  private static final Formula GRAD_W1 = Formula.ofList(StatementsTest::gradW1);

  private final Symbols symbols = new Symbols();
  private final Expr w1 = symbols.tensor("W1", H, D);
  private final Expr b1 = symbols.tensor("b1", H);
  private final Expr w2 = symbols.tensor("W2", M, H);
  private final Expr b2 = symbols.tensor("b2", M);
  private final Expr x = symbols.tensor("x", D);
  private final Expr y = symbols.labels("y", M);
  private final List<Expr> network = List.of(w1, b1, w2, b2, x, y);

  private static <T extends Tensor<T>> T loss(List<T> in) {
    return Network.NOTES.loss(Parameters.of(in), in.get(4), in.get(5));
  }

  private static <T extends Tensor<T>> T gradW1(List<T> in) {
    Parameters<T> p = Parameters.of(in);
    T target = Network.target(p, in.get(5));
    return OneExample.EQUATIONS.gradients(Network.NOTES, p, in.get(4), target).parameters().w1();
  }

  private static void assertRefused(String message, Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }

  /** The kernel takes every statement, and both sides are equal on numbers. */
  private void assertHolds(SymbolicClaim claim) {
    for (Statement statement : claim.statements()) {
      assertEquals(statement, new Kernel(statement).statement());
    }
    for (Map<String, Integer> sizes : SampleNumbers.SIZES) {
      for (SampleNumbers numbers :
          List.of(
              SampleNumbers.smooth(symbols, sizes, SEED),
              SampleNumbers.grid(symbols, sizes, SEED))) {
        ExprEvaluation on = numbers.evaluation();
        numbers.assertClose("claim", claim.left(on), claim.right(on));
      }
    }
  }

  @Test
  void gradientIsTheKernelsDerivativeAgainstAFormula() {
    SymbolicClaim claim = Statements.gradient(symbols, network, LOSS, 0, GRAD_W1);
    Statement statement = claim.statements().get(0);
    assertEquals(Term.Kind.DERIVATIVE, statement.left().kind());
    assertEquals(Term.entry("W1", Term.index("j"), Term.index("i")), statement.left().argument(1));
    assertHolds(claim);
  }

  @Test
  void engineIsTheBackwardSweepAgainstAFormula() {
    assertHolds(Statements.engine(VjpRules.PAGE, symbols, network, LOSS, 0, GRAD_W1));
    assertHolds(Statements.sweep(VjpRules.PAGE, symbols, network, LOSS, 2));
  }

  @Test
  void indexFormIsWrittenEntryByEntry() {
    Expr oa = symbols.tensor("oa", M);
    Expr loss = Functions.crossEntropyFromLogits(oa, y.oneHot(M));
    Term q = Term.index("#0:m");
    Term total = Term.sum("m", q, Term.exp(Term.entry("oa", q)));
    assertHolds(
        Statements.gradient(
            symbols,
            loss,
            oa,
            at ->
                Term.subtract(
                    Term.divide(Term.exp(Term.entry("oa", at)), total),
                    Term.delta(at.get(0), Term.index("y")))));
    assertHolds(
        Statements.identity(
            symbols,
            Functions.softmax(oa),
            at -> Term.divide(Term.exp(Term.entry("oa", at)), total)));
  }

  @Test
  void literalAxesGiveAStatementForEachPosition() {
    Expr t = symbols.tensor("t", Size.of(3), N);
    SymbolicClaim claim =
        Statements.gradient(symbols, t.map(Elementary.SQUARE).sum(), t, t.constant(2).times(t));
    assertEquals(3, claim.statements().size());
    assertEquals(Term.entry("t.1", Term.index("r")), claim.statements().get(1).left().argument(1));
    assertHolds(claim);
  }

  @Test
  void pullbackAndPushforwardAreStatedForFunctionsOfAnyShape() {
    Expr a = symbols.tensor("A", N, D);
    Expr b = symbols.tensor("B", D, H);
    Expr bar = symbols.tensor("bar", N, H);
    Expr dot = symbols.tensor("dot", N, D);
    Formula product = Formula.of((Formula.Of2) Tensor::matmul);
    List<Expr> operands = List.of(a, b);
    assertHolds(Statements.pullback(VjpRules.PAGE, symbols, operands, product, 0, bar));
    assertHolds(Statements.pullback(VjpRules.PAGE, symbols, operands, product, 1, bar));
    assertHolds(Statements.pushforward(JvpRules.PAGE, symbols, operands, product, 0, dot));
    Expr t = symbols.tensor("t", Size.of(2), M);
    Expr tDot = symbols.tensor("tDot", Size.of(2), M);
    Formula softmax = Formula.of((Formula.Of1) Functions::softmax);
    assertHolds(Statements.pushforward(JvpRules.PAGE, symbols, List.of(t), softmax, 0, tDot));
    assertRefused(
        "pullback: shapes differ: left is [n×h], right is [n×d]",
        () -> Statements.pullback(VjpRules.PAGE, symbols, operands, product, 0, dot));
    assertRefused(
        "pushforward: shapes differ: left is [n×d], right is [n×h]",
        () -> Statements.pushforward(JvpRules.PAGE, symbols, operands, product, 0, bar));
  }

  /** Claim 3.2: the minibatch's gradient is the mean over r of the gradient of example r. */
  @Test
  void meanOfSingleExamplesIsTheMinibatch() {
    Expr design = symbols.tensor("X", N, D);
    Expr labels = symbols.labels("labels", M, N);
    Index r = Index.made(0, N);
    List<Expr> example = new ArrayList<>(network.subList(0, 4));
    example.add(design.fix(0, r));
    example.add(labels.fix(0, r));
    Expr mean = gradW1(example).sumOver(r).div(x.size(N));
    Parameters<Expr> p = Parameters.of(network);
    Expr batch =
        Minibatch.EQUATIONS
            .gradients(Network.NOTES, p, design, Network.target(p, labels))
            .parameters()
            .w1();
    assertHolds(Statements.identity(symbols, batch, mean));
    List<Expr> all = List.of(w1, b1, w2, b2, design, labels);
    assertHolds(Statements.gradient(symbols, LOSS.apply(all), w1, mean));
  }

  /** An index nobody declared may have the letter that the entry gets. */
  @Test
  void summedIndexCapturesNoFreeOne() {
    Expr design = symbols.tensor("X", N, H);
    Index j = new Index(Term.index("j"), N);
    Expr total = b1.plus(design.fix(0, j)).sumOver(j);
    assertRefused(
        "entry: j is summed over inside; use another index",
        () -> Statements.identity(symbols, total, total));
  }

  @Test
  void freeIndexStaysFree() {
    Expr design = symbols.tensor("X", N, D);
    Index r = symbols.index("r", N);
    SymbolicClaim claim =
        Statements.identity(
            symbols,
            design.fix(0, r).sum(),
            at -> {
              Term i = Term.index("#0:d");
              return Term.sum("d", i, Term.entry("X", r.term(), i));
            });
    Statement statement = claim.statements().get(0);
    assertEquals(statement.left(), statement.right());
    assertEquals(statement, new Kernel(statement).statement());
  }

  @Test
  void hypothesesComeAlong() {
    symbols.tensor("Y", N, M);
    symbols.rowsSumToOne("Y");
    SymbolicClaim claim = Statements.identity(symbols, x, x);
    assertEquals(symbols.hypotheses(), claim.statements().get(0).hypotheses());
    assertEquals(1, claim.statements().get(0).hypotheses().size());
  }

  @Test
  void gradientOfAnArrayOrByAResultIsRefused() {
    assertRefused(
        "gradient: of a scalar only, not of [h]; sum it, or pull a cotangent back",
        () -> Statements.gradient(symbols, w1.matmul(x), x, x));
    assertRefused(
        "gradient: of a scalar only, not of [h]; sum it, or pull a cotangent back",
        () ->
            Statements.swept(
                VjpRules.PAGE, List.of(w1, x), Formula.of((Formula.Of2) Tensor::matmul), 0));
    Expr ha = w1.matmul(x);
    assertRefused(
        "gradient: by a declared tensor only, whose entries vary alone, not by a value of shape"
            + " [h]",
        () -> Statements.gradient(symbols, ha.sum(), ha, ha));
    assertRefused(
        "gradient: by a declared tensor only, whose entries vary alone, not by a value of shape []",
        () -> Statements.gradient(symbols, x.sum(), y, x.sum()));
    assertRefused(
        "statement: the labels y name classes and are no numbers",
        () -> Statements.identity(symbols, y, y));
  }

  /** Names a person may use for tensors are those the tool would give indices. */
  @Test
  void statementDoesNotDependOnNames() {
    Symbols other = new Symbols();
    List<Expr> renamed =
        List.of(
            other.tensor("i", H, D),
            other.tensor("j", H),
            other.tensor("k", M, H),
            other.tensor("l", M),
            other.tensor("p", D),
            other.labels("q", M));
    SymbolicClaim claim = Statements.gradient(other, renamed, LOSS, 0, GRAD_W1);
    assertEquals(List.of("r", "s"), claim.indices().stream().map(i -> i.term().name()).toList());
    Statement statement = claim.statements().get(0);
    assertEquals(statement, new Kernel(statement).statement());
    Statement plain = Statements.gradient(symbols, network, LOSS, 0, GRAD_W1).statements().get(0);
    Map<String, String> names =
        Map.of("W1", "i", "b1", "j", "W2", "k", "b2", "l", "x", "p", "y", "q", "j", "r", "i", "s");
    assertEquals(statement.left(), renamed(plain.left(), names));
    assertEquals(statement.right(), renamed(plain.right(), names));
  }

  private static Term renamed(Term term, Map<String, String> names) {
    List<Term> parts = term.arguments().stream().map(part -> renamed(part, names)).toList();
    String name = names.getOrDefault(term.name(), term.name());
    return switch (term.kind()) {
      case ENTRY -> Term.entry(name, parts);
      case INDEX -> Term.label(name, parts);
      default -> term.with(parts);
    };
  }
}
