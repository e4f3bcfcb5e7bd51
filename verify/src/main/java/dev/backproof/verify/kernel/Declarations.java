package dev.backproof.verify.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the letters of a statement mean: sizes (each at least 1), tensors with a range for each
 * axis, labels with the range they are from, and free indices.
 */
public final class Declarations {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.']*");
  private static final Pattern MADE = Pattern.compile("#[0-9]{1,8}:.*");

  /**
   * A tensor of labels.
   *
   * @param range the range each label is from
   * @param axes the range of each axis; none for a single label or a free index
   */
  public record Label(String range, List<String> axes) {
    /** Copies the list. */
    public Label {
      axes = List.copyOf(axes);
    }
  }

  private final Set<String> sizes = new LinkedHashSet<>();
  private final Map<String, List<String>> tensors = new LinkedHashMap<>();
  private final Map<String, Label> labels = new LinkedHashMap<>();

  /**
   * Declares a size.
   *
   * @throws Refusal if the name is taken, or no name
   */
  public Declarations size(String name) {
    admit(name);
    sizes.add(name);
    return this;
  }

  /**
   * Declares a tensor.
   *
   * @throws Refusal if the name is taken or no name, or a range unknown
   */
  public Declarations tensor(String name, List<String> axes) {
    admit(name);
    axes.forEach(this::range);
    tensors.put(name, List.copyOf(axes));
    return this;
  }

  /** Declares a tensor. */
  public Declarations tensor(String name, String... axes) {
    return tensor(name, List.of(axes));
  }

  /**
   * Declares a tensor of labels.
   *
   * @throws Refusal if the name is taken or no name, or a range unknown
   */
  public Declarations label(String name, String range, List<String> axes) {
    admit(name);
    range(range);
    axes.forEach(this::range);
    labels.put(name, new Label(range, axes));
    return this;
  }

  /** Declares a free index, which is a single label. */
  public Declarations index(String name, String range) {
    return label(name, range, List.of());
  }

  /** A copy that can be added to. */
  public Declarations copy() {
    Declarations copy = new Declarations();
    copy.sizes.addAll(sizes);
    copy.tensors.putAll(tensors);
    copy.labels.putAll(labels);
    return copy;
  }

  /** The sizes in the order they were declared. */
  public List<String> sizes() {
    return List.copyOf(sizes);
  }

  /** The tensors in the order they were declared, with the range of each axis. */
  public Map<String, List<String>> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  /** The labels and free indices in the order they were declared. */
  public Map<String, Label> labels() {
    return Collections.unmodifiableMap(labels);
  }

  /** The ranges of the axes of a tensor. */
  List<String> axes(String tensor) {
    Refusal.unless(tensors.containsKey(tensor), "no such tensor: %s", tensor);
    return tensors.getOrDefault(tensor, List.of());
  }

  /** The tensor of labels, or free index, of a name. */
  Label label(String name) {
    Refusal.unless(labels.containsKey(name), "no such index: %s", name);
    return labels.getOrDefault(name, new Label("", List.of()));
  }

  private void admit(String name) {
    Refusal.unless(NAME.matcher(name).matches(), "not a name: %s", name);
    boolean taken = sizes.contains(name) || tensors.containsKey(name) || labels.containsKey(name);
    Refusal.unless(!taken, "declared twice: %s", name);
  }

  private String range(String range) {
    Refusal.unless(sizes.contains(range), "no such size: %s", range);
    return range;
  }

  /** An index made by the machine, which carries its range. */
  public static Term made(int number, String range) {
    return Term.index("#" + number + ":" + range);
  }

  /** The number of an index made by the machine. */
  static int number(Term index) {
    String name = index.name();
    Refusal.unless(MADE.matcher(name).matches(), "not an index: %s", name);
    return Integer.parseInt(name.substring(1, name.indexOf(':')));
  }

  /** Whether an index is made by the machine. */
  public static boolean isMade(Term index) {
    return index.name().startsWith("#") && index.arguments().isEmpty();
  }

  /** The indices made by the machine that are free in a term, in order. */
  static List<Term> madeIn(Term term) {
    Stream<Term> free = term.freeIndices().stream().sorted().map(Term::index);
    return free.filter(Declarations::isMade).toList();
  }

  /** The range of an index that is not bound. */
  public String rangeOf(Term index) {
    return rangeOf(index, List.of());
  }

  private String rangeOf(Term index, List<String> around) {
    if (index.is(Term.Kind.BOUND)) {
      int level = index.number().intValue();
      Refusal.unless(level < around.size(), "a loose index");
      return around.get(around.size() - 1 - level);
    }
    Refusal.unless(index.is(Term.Kind.INDEX), "not an index: %s", index);
    if (isMade(index)) {
      number(index);
      return range(index.name().substring(index.name().indexOf(':') + 1));
    }
    Label label = label(index.name());
    ranges(index, label.axes(), around);
    return label.range();
  }

  private void ranges(Term t, List<String> axes, List<String> around) {
    Refusal.unless(t.arguments().size() == axes.size(), "wrong number of indices: %s", t);
    for (int i = 0; i < axes.size(); i++) {
      String from = rangeOf(t.argument(i), around);
      String axis = axes.get(i);
      Refusal.unless(from.equals(axis), "index %s of %s is from %s, not from %s", i, t, from, axis);
    }
  }

  /** The sum of a term over some indices that are not bound, the first outermost. */
  Term sum(List<Term> indices, Term term) {
    Term sum = term;
    for (int i = indices.size() - 1; i >= 0; i--) {
      sum = Term.sum(rangeOf(indices.get(i)), indices.get(i), sum);
    }
    return sum;
  }

  /**
   * Checks that a term is a scalar with every index in its range.
   *
   * @throws Refusal if it is not
   */
  public void check(Term term) {
    checks().through(term, List.of());
  }

  /** Checks terms, what they share once. */
  Walk checks() {
    return new Walk(this::check);
  }

  /** Checks a part without its own parts; whether these are scalars, which are to be checked. */
  private boolean check(Term term, List<String> around) {
    switch (term.kind()) {
      case INDEX, BOUND -> throw new Refusal("an index is no number: " + term);
      case SIZE, SUM, MAX -> range(term.name());
      case ENTRY -> ranges(term, axes(term.name()), around);
      case DELTA -> {
        String a = rangeOf(term.argument(0), around);
        String b = rangeOf(term.argument(1), around);
        Refusal.unless(a.equals(b), "δ of two ranges, %s and %s", a, b);
      }
      case DERIVATIVE ->
          Refusal.unless(term.argument(1).is(Term.Kind.ENTRY), "a derivative is by an entry");
      case NUMBER, PI, ADD, MULTIPLY, POWER, EXP, LOG, SIN, COS, ERF, GUARD, DETACH -> {}
    }
    return !term.is(Term.Kind.ENTRY) && !term.is(Term.Kind.DELTA);
  }
}
