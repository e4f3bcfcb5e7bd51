package dev.backproof.verify.kernel;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A scalar in index notation: Σₖ exp(oₖ), W[j,i]·[h[j] &gt; 0].
 *
 * <p>Immutable and locally nameless: what is bound by Σ or max is a number (0 for the nearest
 * binder), what is free has a name. So terms that differ in the names of bound indices only are
 * equal, and nothing is ever captured. Sums, products and δ sort their arguments. A free index
 * whose name starts with {@code #} is made by the machine and carries its range: {@code #0:m}.
 */
public final class Term implements Comparable<Term> {
  /** What a term is, and what its parts are. */
  public enum Kind {
    /** An exact number. */
    NUMBER,
    /** The number π. */
    PI,
    /** The size a range has, as a number. */
    SIZE,
    /** A free index, or a label: a name, and the indices the label depends on. */
    INDEX,
    /** An index bound by the binder that many levels out. */
    BOUND,
    /** An entry of a tensor: a name and indices. */
    ENTRY,
    /** 1 if two indices are equal, else 0. */
    DELTA,
    /** A sum. */
    ADD,
    /** A product. */
    MULTIPLY,
    /** A power with a fixed rational exponent. */
    POWER,
    /** The exponential. */
    EXP,
    /** The natural logarithm. */
    LOG,
    /** The sine. */
    SIN,
    /** The cosine. */
    COS,
    /** The error function. */
    ERF,
    /** 1 if the argument is positive, else 0. */
    GUARD,
    /** The argument, through which no derivative flows. */
    DETACH,
    /** The sum over a range; binds. */
    SUM,
    /** The maximum over a range; binds. */
    MAX,
    /** The derivative of the first argument by the second, an entry. */
    DERIVATIVE;

    /** Whether it binds an index. */
    public boolean binds() {
      return this == SUM || this == MAX;
    }
  }

  /** The number 0. */
  public static final Term ZERO = number(0);

  /** The number 1. */
  public static final Term ONE = number(1);

  private final Kind kind;
  private final String name;
  private final Rational number;
  private final List<Term> arguments;
  private final int loose;
  private final Set<String> free;
  private final long hash;
  private final boolean differentiates;
  private final int nodes;

  private Term(Kind kind, String name, Rational number, List<Term> arguments) {
    this.kind = kind;
    this.name = name;
    this.number = number;
    this.arguments = arguments;
    int out = kind == Kind.BOUND ? number.intValue() + 1 : 0;
    boolean derivative = kind == Kind.DERIVATIVE;
    Set<String> names = kind == Kind.INDEX && arguments.isEmpty() ? Set.of(name) : Set.of();
    int count = 1;
    long mixed = 31L * kind.name().hashCode() + name.hashCode();
    mixed = 31 * mixed + number.hashCode();
    for (Term argument : arguments) {
      out = Math.max(out, kind.binds() ? argument.loose - 1 : argument.loose);
      derivative |= argument.differentiates;
      names = union(names, argument.free);
      count = Math.min(Binding.SMALL + 1, count + argument.nodes);
      mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L + argument.hash;
    }
    loose = out;
    free = names;
    hash = mixed;
    differentiates = derivative;
    nodes = count;
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    if (a.containsAll(b) || b.containsAll(a)) {
      return a.size() < b.size() ? b : a;
    }
    Set<String> both = new HashSet<>(a);
    both.addAll(b);
    return both;
  }

  private static Term of(Kind kind, String name, List<Term> arguments) {
    return new Term(kind, name, Rational.ZERO, arguments);
  }

  private static Term sorted(Kind kind, Collection<Term> arguments) {
    Term[] order = arguments.toArray(Term[]::new);
    Arrays.sort(order);
    return of(kind, "", List.of(order));
  }

  private static Term several(Kind kind, Collection<Term> parts, Term ofNone) {
    Term first = parts.isEmpty() ? ofNone : parts.iterator().next();
    return parts.size() < 2 ? first : sorted(kind, parts);
  }

  /** An exact number. */
  public static Term number(Rational number) {
    return new Term(Kind.NUMBER, "", number, List.of());
  }

  /** A whole number. */
  public static Term number(long number) {
    return number(Rational.of(number));
  }

  /** The number π. */
  public static Term pi() {
    return of(Kind.PI, "", List.of());
  }

  /** The size of a range, as a number. */
  public static Term size(String range) {
    return of(Kind.SIZE, range, List.of());
  }

  /** A free index. */
  public static Term index(String name) {
    return of(Kind.INDEX, name, List.of());
  }

  /** The label that a tensor of labels has at some indices. */
  public static Term label(String name, List<Term> at) {
    return of(Kind.INDEX, name, List.copyOf(at));
  }

  /** The index bound so many binders out. */
  public static Term bound(int level) {
    Refusal.unless(level >= 0, "a bound index counts from 0: %s", level);
    return new Term(Kind.BOUND, "", Rational.of(level), List.of());
  }

  /** An entry of a tensor. */
  public static Term entry(String tensor, List<Term> at) {
    return of(Kind.ENTRY, tensor, List.copyOf(at));
  }

  /** An entry of a tensor. */
  public static Term entry(String tensor, Term... at) {
    return entry(tensor, List.of(at));
  }

  /** 1 if the indices are equal, else 0. */
  public static Term delta(Term a, Term b) {
    return sorted(Kind.DELTA, List.of(a, b));
  }

  /** A sum; of nothing 0, of one itself. */
  public static Term add(Collection<Term> terms) {
    return several(Kind.ADD, terms, ZERO);
  }

  /** A sum. */
  public static Term add(Term... terms) {
    return add(List.of(terms));
  }

  /** A product; of nothing 1, of one itself. */
  public static Term multiply(Collection<Term> factors) {
    return several(Kind.MULTIPLY, factors, ONE);
  }

  /** A product. */
  public static Term multiply(Term... factors) {
    return multiply(List.of(factors));
  }

  /** −a. */
  public static Term negate(Term a) {
    return multiply(number(-1), a);
  }

  /** a − b. */
  public static Term subtract(Term a, Term b) {
    return add(a, negate(b));
  }

  /** a/b. */
  public static Term divide(Term a, Term b) {
    return multiply(a, power(b, Rational.MINUS_ONE));
  }

  /** A power; with exponent 1 the base itself. */
  public static Term power(Term base, Rational exponent) {
    return exponent.equals(Rational.ONE) ? base : new Term(Kind.POWER, "", exponent, List.of(base));
  }

  /** A function of one argument: EXP, LOG, SIN, COS, ERF, GUARD, DETACH. */
  public static Term function(Kind kind, Term argument) {
    return switch (kind) {
      case EXP, LOG, SIN, COS, ERF, GUARD, DETACH -> of(kind, "", List.of(argument));
      default -> throw new Refusal("not a function of one argument: " + kind);
    };
  }

  /** The exponential. */
  public static Term exp(Term a) {
    return function(Kind.EXP, a);
  }

  /** The natural logarithm. */
  public static Term log(Term a) {
    return function(Kind.LOG, a);
  }

  /** [a &gt; 0]. */
  public static Term guard(Term a) {
    return function(Kind.GUARD, a);
  }

  /** SUM or MAX over a range, of a body in which {@link #bound bound(0)} is the index. */
  public static Term binder(Kind kind, String range, Term body) {
    Refusal.unless(kind.binds(), "not a binder: %s", kind);
    return of(kind, range, List.of(body));
  }

  /** The sum of a body over one of its free indices. */
  public static Term sum(String range, Term index, Term body) {
    return binder(Kind.SUM, range, body.close(index));
  }

  /** The derivative of a term by an entry. */
  public static Term derivative(Term of, Term by) {
    return of(Kind.DERIVATIVE, "", List.of(of, by));
  }

  /** What it is. */
  public Kind kind() {
    return kind;
  }

  /** Whether it is of a kind. */
  public boolean is(Kind other) {
    return kind == other;
  }

  /** The name of an index, label or tensor, the range of a size or binder; else empty. */
  public String name() {
    return name;
  }

  /** The value of a number, the exponent of a power, the level of a bound index; else 0. */
  public Rational number() {
    return number;
  }

  /** The parts. */
  public List<Term> arguments() {
    return arguments;
  }

  /** A part. */
  public Term argument(int i) {
    return arguments.get(i);
  }

  /** The names of its free indices. */
  public Set<String> freeIndices() {
    return Set.copyOf(free);
  }

  /** Whether all free indices of another occur in it. */
  boolean hasAllOf(Term other) {
    return free.containsAll(other.free);
  }

  /** Whether a free index occurs in it. */
  public boolean has(Term index) {
    return free.contains(index.name);
  }

  /** Whether no bound index points outside. */
  public boolean isClosed() {
    return loose == 0;
  }

  /** How many binders around it its bound indices reach, at most. */
  int loose() {
    return loose;
  }

  /** Whether there is a derivative in it. */
  boolean hasDerivative() {
    return differentiates;
  }

  /** Whether it is so small that what is in it twice may be gone through twice. */
  boolean isSmall() {
    return nodes <= Binding.SMALL;
  }

  /** Its parts, their parts and so on, itself first; what is there twice once. */
  public Set<Term> parts() {
    return Binding.parts(this, new LinkedHashSet<>());
  }

  /** Whether it is this number. */
  public boolean isNumber(long value) {
    return kind == Kind.NUMBER && number.equals(Rational.of(value));
  }

  /** The same with other parts, in order again. */
  public Term with(List<Term> parts) {
    return switch (kind) {
      case ADD -> add(parts);
      case MULTIPLY -> multiply(parts);
      case DELTA -> sorted(kind, parts);
      default -> parts.isEmpty() ? this : new Term(kind, name, number, List.copyOf(parts));
    };
  }

  /** With a free index bound by a binder that is to stand around this. */
  public Term close(Term index) {
    return Binding.replace(this, index, Term::bound);
  }

  /**
   * The body of this binder with an index for the bound one.
   *
   * @throws Refusal if this is no binder
   */
  public Term open(Term index) {
    Refusal.unless(kind.binds(), "not a binder: %s", kind);
    Refusal.unless(index.loose == 0, "a loose index");
    return Binding.open(argument(0), index);
  }

  /** With every occurrence of a closed term, such as an index or an entry, replaced by another. */
  public Term substitute(Term what, Term by) {
    Refusal.unless(what.loose == 0 && by.loose == 0, "a loose index in a substitution");
    return Binding.replace(this, what, level -> by);
  }

  /** An order of its own: of hashes, and where these are equal of the terms. */
  @Override
  public int compareTo(Term other) {
    boolean known = this == other || hash != other.hash;
    return known ? byHash(other) : new TermOrder().compare(this, other);
  }

  int byHash(Term other) {
    return Long.compare(hash, other.hash);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Term that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }

  /** For messages: an expression with the bound indices as {@code %0}. */
  @Override
  public String toString() {
    return TermText.of(this);
  }
}
