package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds parts of a long term that occur several times, at any indices, and names them. */
final class Abbreviations {
  private static final int MOST = 6;
  private static final int SHORTEST = 12;
  private static final List<String> NAMES = List.of("A", "B", "C", "D", "E", "F", "G", "S", "T");

  /** A part with its indices abstracted, and how often it occurs. */
  private record Part(Term body, List<String> ranges) {}

  private final Declarations declarations;
  private final List<Definition> definitions = new ArrayList<>();
  private int made;

  private Abbreviations(Declarations declarations) {
    this.declarations = declarations;
  }

  /** Definitions with which a term is shorter, what is longest first. */
  static List<Definition> of(Declarations declarations, MathText writer, Term term, int longest) {
    Abbreviations all = new Abbreviations(declarations);
    MathText shorter = writer;
    while (all.definitions.size() < MOST && shorter.text(term).length() > longest) {
      if (!all.findOne(writer, term)) {
        break;
      }
      shorter = writer.defining(all.definitions);
    }
    return List.copyOf(all.definitions);
  }

  private boolean findOne(MathText writer, Term term) {
    Map<Part, Integer> counts = new LinkedHashMap<>();
    made = 400_000;
    count(term, counts);
    Map<Part, Integer> gains = new HashMap<>();
    counts.forEach(
        (part, count) -> {
          Definition named = new Definition("", Symbol.plain("A"), part.ranges(), part.body());
          int length = writer.right(named).length();
          if (count > 1 && length >= SHORTEST) {
            gains.put(part, (count - 1) * length);
          }
        });
    Part best =
        gains.keySet().stream()
            .max(Comparator.<Part>comparingInt(gains::get).thenComparing(Part::body))
            .orElse(null);
    if (best == null) {
      return false;
    }
    String name = name();
    definitions.add(new Definition(name, Symbol.plain(name), best.ranges(), best.body()));
    return true;
  }

  private String name() {
    Set<String> taken = new HashSet<>(declarations.sizes());
    taken.addAll(declarations.tensors().keySet());
    taken.addAll(declarations.labels().keySet());
    definitions.forEach(definition -> taken.add(definition.name()));
    for (String name : NAMES) {
      if (!taken.contains(name)) {
        return name;
      }
    }
    int number = 1;
    while (taken.contains("A" + number)) {
      number++;
    }
    return "A" + number;
  }

  private void count(Term t, Map<Part, Integer> counts) {
    if (isIndex(t) || t.arguments().isEmpty()) {
      return;
    }
    Part part = part(t);
    if (isDefined(part)) {
      return;
    }
    if (!t.is(Term.Kind.DERIVATIVE)) {
      counts.merge(part, 1, Integer::sum);
    }
    if (t.kind().binds()) {
      count(t.open(Declarations.made(made++, t.name())), counts);
    } else {
      t.arguments().forEach(argument -> count(argument, counts));
    }
  }

  private boolean isDefined(Part part) {
    return definitions.stream()
        .anyMatch(d -> d.body().equals(part.body()) && d.ranges().equals(part.ranges()));
  }

  private static boolean isIndex(Term t) {
    return t.is(Term.Kind.INDEX) || t.is(Term.Kind.BOUND);
  }

  private Part part(Term t) {
    List<Term> indices = new ArrayList<>();
    for (String name : t.freeIndices()) {
      indices.add(Term.index(name));
    }
    indices.sort(
        Comparator.comparing(declarations::rangeOf).thenComparing(Term::name, Names.BY_LENGTH));
    List<String> ranges = indices.stream().map(declarations::rangeOf).toList();
    Term body = t;
    for (int i = indices.size() - 1; i >= 0; i--) {
      body = Term.sum(ranges.get(i), indices.get(i), body);
    }
    return new Part(body, ranges);
  }
}
