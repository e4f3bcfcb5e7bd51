package dev.backproof.verify.theorem;

import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.divide;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;
import static dev.backproof.verify.kernel.Term.number;
import static dev.backproof.verify.kernel.Term.subtract;

import dev.backproof.core.Elementary;
import dev.backproof.core.Functions;
import dev.backproof.mlp.closedform.Penalty;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.notes.Claim;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The index forms of part 1, of softmax, of the penalty and of the shift (1.1 to 1.9, 2.3, 2.18,
 * 3.1).
 */
final class BasicTheorems {
  private static final UnaryOperator<Term> O = NotesForms.given("oa");

  private BasicTheorems() {}

  static List<Proposition> of(Claim claim) {
    return switch (claim.id()) {
      case "1.1" -> value(claim, Elementary.SIGMOID, BasicTheorems::halfTanh);
      case "1.2" -> value(claim, Elementary.SOFTPLUS, BasicTheorems::minusLogSigmoid);
      case "1.3" -> slope(claim, Elementary.SIGMOID, BasicTheorems::sigmoidSlope);
      case "1.4" -> slope(claim, Elementary.TANH, BasicTheorems::tanhSlope);
      case "1.5" -> value(claim, Elementary.SIGN, IndexNotation::sign);
      case "1.6" -> slope(claim, Elementary.ABS, IndexNotation::sign);
      case "1.7" -> slope(claim, Elementary.RECT, Term::guard);
      case "1.8" -> norm(claim, Functions::squaredL2Norm, xl -> multiply(number(2), xl));
      case "1.9" -> norm(claim, Functions::l1Norm, IndexNotation::sign);
      case "2.3" ->
          List.of(
              IndexTheorems.index(claim, "index", BasicTheorems::softmax),
              IndexTheorems.index(claim, "index, sums to 1", BasicTheorems::softmaxSum));
      case "2.18" -> List.of(IndexTheorems.index(claim, "index, alone", forms -> penalty()));
      case "3.1" ->
          List.of(
              IndexTheorems.index(claim, "index, softmax", BasicTheorems::shiftOfSoftmax),
              IndexTheorems.index(claim, "index, log Σ exp", BasicTheorems::shiftOfLogSumExp));
      default -> List.of();
    };
  }

  private static List<Proposition> value(Claim claim, Elementary f, UnaryOperator<Term> form) {
    return List.of(
        IndexTheorems.index(
            claim,
            "index",
            forms -> {
              Symbols symbols = new Symbols();
              Expr x = symbols.tensor("x");
              return Statements.identity(symbols, x.map(f), at -> form.apply(entry("x")));
            }));
  }

  private static List<Proposition> slope(Claim claim, Elementary f, UnaryOperator<Term> form) {
    return List.of(
        IndexTheorems.index(
            claim,
            "index",
            forms -> {
              Symbols symbols = new Symbols();
              Expr x = symbols.tensor("x");
              return Statements.gradient(symbols, x.map(f), x, at -> form.apply(entry("x")));
            }));
  }

  private static List<Proposition> norm(
      Claim claim, UnaryOperator<Expr> norm, UnaryOperator<Term> form) {
    return List.of(
        IndexTheorems.index(
            claim,
            "index",
            forms -> {
              Symbols symbols = new Symbols();
              Expr x = symbols.tensor("x", NotesLetters.D);
              return Statements.gradient(
                  symbols, norm.apply(x), x, at -> form.apply(entry("x", at.get(0))));
            }));
  }

  /** ½(tanh(x/2) + 1). */
  private static Term halfTanh(Term x) {
    Term half = number(Rational.HALF);
    return multiply(half, add(IndexNotation.tanh(multiply(half, x)), Term.ONE));
  }

  /** −ln sigmoid(−x). */
  private static Term minusLogSigmoid(Term x) {
    return negate(Term.log(IndexNotation.sigmoid(negate(x))));
  }

  private static Term sigmoidSlope(Term x) {
    Term s = IndexNotation.sigmoid(x);
    return multiply(s, subtract(Term.ONE, s));
  }

  private static Term tanhSlope(Term x) {
    return subtract(Term.ONE, IndexNotation.square(IndexNotation.tanh(x)));
  }

  private static Expr logits(Symbols symbols) {
    return symbols.tensor("oa", NotesLetters.M);
  }

  private static SymbolicClaim softmax(NotesForms forms) {
    Symbols symbols = new Symbols();
    return Statements.identity(
        symbols,
        Functions.softmax(logits(symbols)),
        at -> forms.notation().softmax("m", O, at.get(0)));
  }

  private static SymbolicClaim softmaxSum(NotesForms forms) {
    Symbols symbols = new Symbols();
    IndexNotation sigma = forms.notation();
    Expr one = logits(symbols).one();
    return Statements.identity(symbols, one, at -> sigma.sum("m", k -> sigma.softmax("m", O, k)));
  }

  /** λ₁·sign(wⱼᵢ) + 2λ₂·wⱼᵢ is what the closed form has. */
  private static SymbolicClaim penalty() {
    Symbols symbols = new Symbols();
    Expr w = symbols.tensor("W1", NotesLetters.H, NotesLetters.D);
    Expr l1 = symbols.positive("lam11");
    Expr l2 = symbols.positive("lam12");
    return Statements.identity(
        symbols,
        Penalty.gradWeights(l1, l2, w),
        at -> {
          Term weight = entry("W1", at);
          return add(
              multiply(entry("lam11"), IndexNotation.sign(weight)),
              multiply(number(2), entry("lam12"), weight));
        });
  }

  private static Term shifted(Term k) {
    return subtract(O.apply(k), entry("c"));
  }

  private static SymbolicClaim shiftOfSoftmax(NotesForms forms) {
    Symbols symbols = new Symbols();
    Expr os = Functions.softmax(logits(symbols));
    symbols.tensor("c");
    return Statements.identity(
        symbols,
        os,
        at ->
            divide(exp(shifted(at.get(0))), forms.notation().sumExp("m", BasicTheorems::shifted)));
  }

  private static SymbolicClaim shiftOfLogSumExp(NotesForms forms) {
    Symbols symbols = new Symbols();
    Expr sum = Functions.logSumExp(logits(symbols));
    symbols.tensor("c");
    return Statements.identity(
        symbols,
        sum,
        at -> add(entry("c"), forms.notation().logSumExp("m", BasicTheorems::shifted)));
  }
}
