package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A term as people write it, cut off where it gets too long; bound indices get letters. */
final class InfixText {
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int POWER = 3;

  private final List<String> letters;
  private final Set<String> taken;
  private final Map<String, String> made;
  private final int longest;
  private final List<String> bound = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /** A writer that calls some indices made by the machine by other names. */
  InfixText(List<String> letters, Set<String> taken, Map<String, String> made, int longest) {
    this.letters = letters;
    this.taken = taken;
    this.made = new HashMap<>(made);
    this.longest = longest;
  }

  /** A name that nothing else has. */
  static String fresh(List<String> letters, Set<String> taken, Collection<String> others) {
    for (int round = 0; true; round++) {
      for (String letter : letters) {
        String name = round == 0 ? letter : letter + round;
        if (!taken.contains(name) && !others.contains(name)) {
          return name;
        }
      }
    }
  }

  String write(Term term) {
    write(term, 0);
    return text.length() <= longest ? text.toString() : text.substring(0, longest) + "…";
  }

  /** In parentheses, if what stands around binds as strongly. */
  private void write(Term t, int around) {
    if (text.length() > longest) {
      return;
    }
    int strength = strength(t);
    boolean open = strength <= around;
    text.append(open ? "(" : "");
    switch (t.kind()) {
      case NUMBER -> text.append(t.number());
      case PI -> text.append('π');
      case SIZE -> text.append(t.name());
      case INDEX, BOUND -> index(t);
      case ENTRY -> indexed(t.name(), t.arguments(), '[', ']');
      case DELTA -> indexed("δ", t.arguments(), '(', ')');
      case ADD -> add(t);
      case MULTIPLY -> multiply(t);
      case POWER -> {
        write(t.argument(0), POWER);
        boolean fraction = !t.number().isInteger();
        text.append(fraction ? "^(" : "^").append(t.number()).append(fraction ? ")" : "");
      }
      case GUARD -> {
        text.append('[');
        write(t.argument(0), 0);
        text.append(" > 0]");
      }
      case EXP, LOG, SIN, COS, ERF, DETACH -> {
        text.append(t.kind().name().toLowerCase(Locale.ROOT)).append('(');
        write(t.argument(0), 0);
        text.append(')');
      }
      case SUM, MAX -> {
        List<String> others = new ArrayList<>(bound);
        others.addAll(made.values());
        String name = fresh(letters, taken, others);
        text.append(t.is(Term.Kind.SUM) ? "Σ(" : "max(").append(name);
        text.append(':').append(t.name()).append(") ");
        bound.add(name);
        write(t.argument(0), SUM);
        bound.remove(bound.size() - 1);
      }
      case DERIVATIVE -> {
        text.append("∂(");
        write(t.argument(0), 0);
        text.append(")/∂");
        write(t.argument(1), POWER);
      }
    }
    text.append(open ? ")" : "");
  }

  private static int strength(Term t) {
    return switch (t.kind()) {
      case ADD -> SUM;
      case MULTIPLY, SUM, MAX, DERIVATIVE -> PRODUCT;
      case POWER -> POWER;
      case NUMBER -> t.number().signum() < 0 ? SUM : t.number().isInteger() ? POWER + 1 : PRODUCT;
      default -> POWER + 1;
    };
  }

  private void add(Term t) {
    boolean first = true;
    for (Term part : t.arguments()) {
      boolean minus = !first && isNegated(part);
      text.append(first ? "" : minus ? " − " : " + ");
      if (minus) {
        factors(part.arguments().stream().filter(factor -> !factor.isNumber(-1)).toList());
      } else {
        write(part, SUM);
      }
      first = false;
    }
  }

  private static boolean isNegated(Term t) {
    return t.is(Term.Kind.MULTIPLY)
        && t.arguments().stream().filter(factor -> factor.isNumber(-1)).count() == 1;
  }

  private void multiply(Term t) {
    if (isNegated(t)) {
      text.append('−');
      factors(t.arguments().stream().filter(factor -> !factor.isNumber(-1)).toList());
    } else {
      factors(t.arguments());
    }
  }

  /** Numbers first, denominators last. */
  private void factors(List<Term> factors) {
    int written = 0;
    for (int rank = 0; rank <= 2; rank++) {
      for (Term factor : factors) {
        if (rank(factor) == rank) {
          boolean divided = rank == 2 && written > 0;
          text.append(divided ? "/" : written > 0 ? "·" : "");
          write(divided ? factor.argument(0) : factor, PRODUCT);
          written++;
        }
      }
    }
  }

  private static int rank(Term t) {
    boolean divisor = t.is(Term.Kind.POWER) && t.number().equals(Rational.MINUS_ONE);
    return t.is(Term.Kind.NUMBER) ? 0 : divisor ? 2 : 1;
  }

  private void index(Term t) {
    if (t.is(Term.Kind.BOUND)) {
      int level = t.number().intValue();
      text.append(level < bound.size() ? bound.get(bound.size() - 1 - level) : "%" + level);
    } else if (t.arguments().isEmpty()) {
      text.append(made.getOrDefault(t.name(), t.name()));
    } else {
      indexed(t.name(), t.arguments(), '(', ')');
    }
  }

  private void indexed(String name, List<Term> indices, char open, char close) {
    text.append(name);
    for (int i = 0; i < indices.size(); i++) {
      text.append(i == 0 ? open : ',');
      index(indices.get(i));
    }
    text.append(indices.isEmpty() ? "" : close);
  }
}
