package dev.backproof.verify.expr;

import static dev.backproof.verify.expr.Arithmetic.add;
import static dev.backproof.verify.expr.Arithmetic.divide;
import static dev.backproof.verify.expr.Arithmetic.multiply;
import static dev.backproof.verify.expr.Arithmetic.negate;
import static dev.backproof.verify.expr.Arithmetic.power;
import static dev.backproof.verify.expr.Arithmetic.reciprocal;
import static dev.backproof.verify.expr.Arithmetic.subtract;

import dev.backproof.core.Elementary;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;

/** The elementary functions by their definitions in what the kernel knows. */
final class ElementaryMeaning {
  private ElementaryMeaning() {}

  /** f(x). */
  static Term of(Elementary f, Term x) {
    return switch (f) {
      case NEGATE -> negate(x);
      case EXP -> Term.exp(x);
      case LOG -> Term.log(x);
      case SQRT -> power(x, Rational.HALF);
      case SQUARE -> power(x, Rational.of(2));
      case RECIPROCAL -> reciprocal(x);
      case TANH -> tanh(Term.exp(x), Term.exp(negate(x)));
      case SIGMOID -> reciprocal(add(Term.ONE, Term.exp(negate(x))));
      case SOFTPLUS -> Term.log(add(Term.ONE, Term.exp(x)));
      case RECT -> multiply(x, Arithmetic.guard(x));
      case ABS -> Arithmetic.abs(x);
      case SIGN -> Arithmetic.sign(x);
      case STEP -> Arithmetic.guard(x);
      case SIN -> Term.function(Term.Kind.SIN, x);
      case COS -> Term.function(Term.Kind.COS, x);
      case ERF -> Term.function(Term.Kind.ERF, x);
    };
  }

  /** (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ). */
  private static Term tanh(Term up, Term down) {
    return divide(subtract(up, down), add(up, down));
  }
}
