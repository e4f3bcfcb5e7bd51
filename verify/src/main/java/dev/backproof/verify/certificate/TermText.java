package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One node of a term as the words of a line; its parts are given by number. */
final class TermText {
  /** What may stand after the number of a term: all kinds but the bound index. */
  private static final Map<String, Term.Kind> WORDS =
      Arrays.stream(Term.Kind.values())
          .filter(kind -> kind != Term.Kind.BOUND)
          .collect(Collectors.toUnmodifiableMap(TermText::word, Function.identity()));

  private TermText() {}

  private static String word(Term.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Whether the parts of a term have lines of their own. */
  static boolean hasParts(Term.Kind kind) {
    return switch (kind) {
      case NUMBER, PI, SIZE, INDEX, BOUND, ENTRY, DELTA -> false;
      default -> true;
    };
  }

  /** The words of a term but for the numbers of its parts. */
  static String write(Term t) {
    String word = word(t.kind());
    return switch (t.kind()) {
      case NUMBER, POWER -> word + " " + t.number();
      case SIZE, SUM, MAX -> word + " " + t.name();
      case INDEX -> word + " " + IndexText.write(t);
      case ENTRY -> word + " " + t.name() + indices(t);
      case DELTA -> word + indices(t);
      default -> word;
    };
  }

  private static String indices(Term t) {
    return t.arguments().stream().map(i -> " " + IndexText.write(i)).collect(Collectors.joining());
  }

  /** Reads a term whose parts have been read. */
  static Term read(Line line, List<Term> terms) {
    String word = line.word("what the term is");
    Term.Kind kind = WORDS.get(word);
    if (kind == null) {
      throw line.malformed("'" + word + "'", "what the term is, such as add or entry,");
    }
    return switch (kind) {
      case NUMBER -> Term.number(line.number());
      case PI -> Term.pi();
      case SIZE -> Term.size(line.name("a size"));
      case INDEX -> index(line);
      case BOUND -> throw line.malformed("'" + word + "'", "what the term is");
      case ENTRY -> Term.entry(line.name("a tensor"), indices(line));
      case DELTA -> Term.delta(index(line), index(line));
      case ADD -> Term.add(parts(line, terms));
      case MULTIPLY -> Term.multiply(parts(line, terms));
      case POWER -> {
        Rational exponent = exponent(line);
        yield Term.power(part(line, terms), exponent);
      }
      case EXP, LOG, SIN, COS, ERF, GUARD, DETACH -> Term.function(kind, part(line, terms));
      case SUM, MAX -> {
        String range = line.name("a size");
        yield Term.binder(kind, range, part(line, terms));
      }
      case DERIVATIVE -> Term.derivative(part(line, terms), part(line, terms));
    };
  }

  private static Term index(Line line) {
    String word = line.word("an index");
    return line.checked(() -> IndexText.read(word));
  }

  private static List<Term> indices(Line line) {
    List<Term> indices = new ArrayList<>();
    while (!line.isRead()) {
      if (indices.size() == Limits.AXES) {
        throw line.malformed("one more index", "at most " + Limits.AXES);
      }
      indices.add(index(line));
    }
    return indices;
  }

  private static Rational exponent(Line line) {
    Rational exponent = line.number();
    if (exponent.equals(Rational.ONE)) {
      throw line.malformed("exponent 1", "another one");
    }
    BigInteger largest = exponent.numerator().abs().max(exponent.denominator());
    if (largest.compareTo(BigInteger.valueOf(Limits.EXPONENT)) > 0) {
      throw line.malformed("exponent " + exponent, "none beyond " + Limits.EXPONENT);
    }
    return exponent;
  }

  private static Term part(Line line, List<Term> terms) {
    Term part = terms.get(line.reference('t', terms.size(), "a term"));
    if (part.is(Term.Kind.INDEX)) {
      throw line.malformed("an index", "a term that is a number");
    }
    return part;
  }

  private static List<Term> parts(Line line, List<Term> terms) {
    List<Term> parts = new ArrayList<>();
    do {
      parts.add(part(line, terms));
    } while (parts.size() < 2 || !line.isRead());
    return parts;
  }
}
