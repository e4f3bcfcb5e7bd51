package dev.backproof.verify.theorem;

import dev.backproof.core.Size;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Symbols;

/**
 * The letters of the notes: the parameters, and what is declared beside them as it is needed.
 *
 * @param symbols what is declared
 * @param parameters θ
 */
record NotesLetters(Symbols symbols, Parameters<Expr> parameters) {
  /** Inputs. */
  static final Size D = Size.symbol("d");

  /** Hidden units. */
  static final Size H = Size.symbol("h");

  /** Classes. */
  static final Size M = Size.symbol("m");

  /** Examples. */
  static final Size N = Size.symbol("n");

  /** The parameters alone. */
  static NotesLetters declare() {
    Symbols symbols = new Symbols();
    return new NotesLetters(symbols, Parameters.NAMES.map(name -> part(symbols, name)));
  }

  private static Expr part(Symbols symbols, String name) {
    int which = Parameters.NAMES.list().indexOf(name);
    return symbols.tensor(name, Network.shapes(D, H, M).list().get(which));
  }

  /** An example. */
  Expr x() {
    return symbols.tensor("x", D);
  }

  /** Its label. */
  Expr y() {
    return symbols.labels("y", M);
  }

  /** A design matrix. */
  Expr batch() {
    return symbols.tensor("X", N, D);
  }

  /** The labels of its rows. */
  Expr labels() {
    return symbols.labels("y", M, N);
  }

  /** A distribution over the classes for each row, or any matrix of that shape. */
  Expr targets() {
    return symbols.tensor("Y", N, M);
  }
}
