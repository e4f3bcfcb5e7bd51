package dev.backproof.verify.theorem;

import static dev.backproof.core.Elementary.RECT;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.theorem.NotesForms.given;
import static dev.backproof.verify.theorem.NotesLetters.D;
import static dev.backproof.verify.theorem.NotesLetters.H;
import static dev.backproof.verify.theorem.NotesLetters.M;

import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.OneExample;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.IndexForm;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.notes.Claim;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The index forms of claims 2.1 to 2.17, written entry by entry, against the code: the derivative
 * of the loss that runs is the index form, and so is the method of the closed form.
 */
final class IndexTheorems {
  private static final OneExample HAND = OneExample.EQUATIONS;

  private IndexTheorems() {}

  static List<Proposition> of(Claim claim) {
    return switch (claim.id()) {
      case "2.1" -> List.of(forward(claim, 1, (forms, at) -> forms.hs().apply(at)));
      case "2.2" -> List.of(forward(claim, 2, (forms, at) -> forms.oa().apply(at)));
      case "2.4" -> List.of(index(claim, "index, loss that runs", IndexTheorems::loss));
      case "2.7" ->
          List.of(
              index(claim, "index, from log Σ exp − oᵃ_y", IndexTheorems::gradOa),
              index(claim, "index, from −log oˢ_y", IndexTheorems::gradOaFromSoftmax));
      case "2.9" ->
          List.of(
              local(claim, "W2", M, H, forms -> products("grad_oa", "hs")),
              whole(claim, 2, (f, at) -> f.gradW2(f.oa(), f.hs(), at.get(0), at.get(1))),
              whole(claim, 3, (f, at) -> f.gradOa(f.oa(), at.get(0))));
      case "2.11" ->
          List.of(
              index(claim, "index, with the loss", IndexTheorems::gradHs),
              index(claim, "index = closed form", IndexTheorems::gradHsAlone));
      case "2.13" -> List.of(index(claim, "index, with the loss", IndexTheorems::gradHa));
      case "2.15" ->
          List.of(
              local(claim, "W1", H, D, forms -> products("grad_ha", "x")),
              whole(claim, 0, IndexTheorems::gradW1),
              whole(claim, 1, (f, at) -> f.gradHa().apply(at.get(0))));
      case "2.17" ->
          List.of(
              index(claim, "index = closed form", IndexTheorems::gradXAlone),
              whole(claim, 4, (f, at) -> f.gradX(f.gradHa(), at.get(0))));
      default -> List.of();
    };
  }

  static Proposition index(Claim claim, String label, Function<NotesForms, SymbolicClaim> made) {
    return new Proposition(
        Proposition.Part.NOTES,
        claim.id(),
        label,
        claim.title(),
        () -> made.apply(new NotesForms()));
  }

  /** aⱼ·bᵢ. */
  private static IndexForm products(String a, String b) {
    return at -> multiply(entry(a, at.get(0)), entry(b, at.get(1)));
  }

  /** hˢ or oᵃ of the network that runs. */
  private static Proposition forward(
      Claim claim, int layer, BiFunction<NotesForms, Term, Term> form) {
    return index(
        claim,
        "index, network that runs",
        forms -> {
          NotesLetters letters = NotesLetters.declare();
          var run = Network.NOTES.forward(letters.parameters(), letters.x());
          Expr left = layer == 1 ? run.hs() : run.oa();
          return Statements.identity(letters.symbols(), left, at -> form.apply(forms, at.get(0)));
        });
  }

  /** The end-to-end derivative of the loss that runs, in one parameter or in x. */
  private static Proposition whole(
      Claim claim, int which, BiFunction<NotesForms, List<Term>, Term> form) {
    String by = which < Parameters.COUNT ? Parameters.NAMES.list().get(which) : "x";
    return index(
        claim,
        "index, " + by + ", loss that runs",
        forms -> {
          NotesLetters letters = NotesLetters.declare();
          Expr x = letters.x();
          Expr loss = Network.NOTES.loss(letters.parameters(), x, letters.y());
          Expr operand = which < Parameters.COUNT ? letters.parameters().list().get(which) : x;
          return Statements.gradient(letters.symbols(), loss, operand, at -> form.apply(forms, at));
        });
  }

  /** The weights of one layer with an upstream gradient: gᵀ·W·v differentiated by W. */
  private static Proposition local(
      Claim claim, String weights, Size rows, Size columns, Function<NotesForms, IndexForm> form) {
    return index(
        claim,
        "index, " + weights + " alone",
        forms -> {
          boolean first = weights.equals("W1");
          Symbols symbols = new Symbols();
          Expr w = symbols.tensor(weights, Shape.of(rows, columns));
          Expr v = symbols.tensor(first ? "x" : "hs", columns);
          Expr g = symbols.tensor(first ? "grad_ha" : "grad_oa", rows);
          return Statements.gradient(symbols, w.matmul(v).dot(g), w, form.apply(forms));
        });
  }

  private static SymbolicClaim loss(NotesForms forms) {
    Symbols symbols = new Symbols();
    Expr oa = symbols.tensor("oa", M);
    Expr y = symbols.labels("y", M);
    Expr loss = Functions.crossEntropyFromLogits(oa, y.oneHot(M));
    return Statements.identity(symbols, loss, at -> forms.loss(given("oa")));
  }

  private static SymbolicClaim gradOa(NotesForms forms) {
    Symbols symbols = new Symbols();
    Expr oa = symbols.tensor("oa", M);
    Expr loss = Functions.crossEntropyFromLogits(oa, symbols.labels("y", M).oneHot(M));
    return Statements.gradient(symbols, loss, oa, at -> forms.gradOa(given("oa"), at.get(0)));
  }

  private static SymbolicClaim gradOaFromSoftmax(NotesForms forms) {
    Symbols symbols = new Symbols();
    Expr oa = symbols.tensor("oa", M);
    Expr y = symbols.labels("y", M).oneHot(M);
    Expr loss = Functions.crossEntropyFromProbabilities(Functions.softmax(oa), y);
    return Statements.gradient(symbols, loss, oa, at -> forms.gradOa(given("oa"), at.get(0)));
  }

  /** The loss as a function of hˢ or hᵃ. */
  private static Expr lossFrom(Symbols symbols, Expr hs, Expr w2) {
    Expr oa = Network.affine(w2, symbols.tensor("b2", M), hs);
    return Functions.crossEntropyFromLogits(oa, symbols.labels("y", M).oneHot(M));
  }

  private static SymbolicClaim gradHs(NotesForms forms) {
    Symbols symbols = new Symbols();
    Expr hs = symbols.tensor("hs", H);
    Expr loss = lossFrom(symbols, hs, symbols.tensor("W2", M, H));
    return Statements.gradient(
        symbols, loss, hs, at -> forms.gradHs(k -> forms.oa(given("hs"), k), at.get(0)));
  }

  private static SymbolicClaim gradHsAlone(NotesForms forms) {
    Symbols symbols = new Symbols();
    Expr w2 = symbols.tensor("W2", M, H);
    Expr g = symbols.tensor("grad_oa", M);
    return Statements.identity(
        symbols,
        HAND.gradHs(w2, g),
        at ->
            forms
                .notation()
                .sum("m", k -> multiply(entry("grad_oa", k), entry("W2", k, at.get(0)))));
  }

  private static SymbolicClaim gradHa(NotesForms forms) {
    Symbols symbols = new Symbols();
    Expr ha = symbols.tensor("ha", H);
    Expr loss = lossFrom(symbols, ha.map(RECT), symbols.tensor("W2", M, H));
    return Statements.gradient(
        symbols,
        loss,
        ha,
        at ->
            forms.gradHa(
                k -> forms.oa(j -> IndexNotation.rect(entry("ha", j)), k), given("ha"), at.get(0)));
  }

  private static Term gradW1(NotesForms forms, List<Term> at) {
    return forms.gradW1(forms.gradHa(), given("x"), at.get(0), at.get(1));
  }

  private static SymbolicClaim gradXAlone(NotesForms forms) {
    Symbols symbols = new Symbols();
    Expr w1 = symbols.tensor("W1", H, D);
    Expr g = symbols.tensor("grad_ha", H);
    return Statements.identity(
        symbols, HAND.gradX(w1, g), at -> forms.gradX(given("grad_ha"), at.get(0)));
  }
}
