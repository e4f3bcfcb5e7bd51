package dev.backproof.verify.theorem;

import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.divide;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;
import static dev.backproof.verify.kernel.Term.size;

import dev.backproof.core.Functions;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.Minibatch;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.notes.Claim;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The index forms of claim 3.2: an example a row, the mean over r from 1 … n. */
final class MinibatchTheorems {
  private final NotesForms forms;

  private MinibatchTheorems(NotesForms forms) {
    this.forms = forms;
  }

  static List<Proposition> of(Claim claim) {
    if (!claim.id().equals("3.2")) {
      return List.of();
    }
    return List.of(
        IndexTheorems.index(claim, "index, G_OA", MinibatchTheorems::gradOa),
        IndexTheorems.index(
            claim, "matrix, G_OA of −ΣY·log OS/n, if rows of Y sum to 1", forms -> fromSoftmax()),
        whole(claim, 0, MinibatchTheorems::gradW1),
        whole(claim, 1, (batch, at) -> batch.gradB1(at.get(0))),
        whole(claim, 2, MinibatchTheorems::gradW2),
        whole(claim, 3, (batch, at) -> batch.gradB2(at.get(0))),
        whole(claim, 4, MinibatchTheorems::gradX));
  }

  private static Proposition whole(
      Claim claim, int which, BiFunction<MinibatchTheorems, List<Term>, Term> form) {
    String by = which < Parameters.COUNT ? Parameters.NAMES.list().get(which) : "X";
    return IndexTheorems.index(
        claim,
        "index, " + by + ", loss that runs",
        forms -> {
          NotesLetters letters = NotesLetters.declare();
          Expr x = letters.batch();
          Expr loss = Network.NOTES.lossFromTarget(letters.parameters(), x, letters.targets());
          Expr operand = which < Parameters.COUNT ? letters.parameters().list().get(which) : x;
          return Statements.gradient(
              letters.symbols(), loss, operand, at -> form.apply(new MinibatchTheorems(forms), at));
        });
  }

  /** (OSᵣₖ − Yᵣₖ)/n for given logits OA. */
  private static SymbolicClaim gradOa(NotesForms forms) {
    Symbols symbols = new Symbols();
    Expr oa = symbols.tensor("OA", NotesLetters.N, NotesLetters.M);
    Expr y = symbols.tensor("Y", NotesLetters.N, NotesLetters.M);
    Expr loss = Functions.crossEntropyFromLogits(oa, y).mean();
    return Statements.gradient(
        symbols,
        loss,
        oa,
        at ->
            new MinibatchTheorems(forms)
                .gradOa(k -> entry("OA", at.get(0), k), at.get(0), at.get(1)));
  }

  /** The other form of the loss has the same gradient if every row of Y sums to 1. */
  private static SymbolicClaim fromSoftmax() {
    Symbols symbols = new Symbols();
    Expr oa = symbols.tensor("OA", NotesLetters.N, NotesLetters.M);
    Expr y = symbols.tensor("Y", NotesLetters.N, NotesLetters.M);
    symbols.rowsSumToOne("Y");
    Expr os = Functions.softmax(oa);
    Expr loss = Functions.crossEntropyFromProbabilities(os, y).mean();
    return Statements.gradient(symbols, loss, oa, Minibatch.EQUATIONS.gradOa(os, y));
  }

  private UnaryOperator<Term> ha(Term r) {
    return j -> forms.ha(i -> entry("X", r, i), j);
  }

  private UnaryOperator<Term> hs(Term r) {
    return j -> IndexNotation.rect(ha(r).apply(j));
  }

  private Term gradOa(UnaryOperator<Term> oa, Term r, Term k) {
    Term os = forms.notation().softmax("m", oa, k);
    return divide(add(os, negate(entry("Y", r, k))), size("n"));
  }

  private Term gradOa(Term r, Term k) {
    return gradOa(q -> forms.oa(hs(r), q), r, k);
  }

  private Term gradHa(Term r, Term j) {
    Term gradHs = forms.notation().sum("m", k -> multiply(gradOa(r, k), entry("W2", k, j)));
    return multiply(gradHs, guard(ha(r).apply(j)));
  }

  private Term overRows(UnaryOperator<Term> row) {
    return forms.notation().sum("n", row);
  }

  private Term gradW1(List<Term> at) {
    return overRows(r -> multiply(gradHa(r, at.get(0)), entry("X", r, at.get(1))));
  }

  private Term gradB1(Term j) {
    return overRows(r -> gradHa(r, j));
  }

  private Term gradW2(List<Term> at) {
    return overRows(r -> multiply(gradOa(r, at.get(0)), hs(r).apply(at.get(1))));
  }

  private Term gradB2(Term k) {
    return overRows(r -> gradOa(r, k));
  }

  private Term gradX(List<Term> at) {
    return forms
        .notation()
        .sum("h", j -> multiply(gradHa(at.get(0), j), entry("W1", j, at.get(1))));
  }
}
