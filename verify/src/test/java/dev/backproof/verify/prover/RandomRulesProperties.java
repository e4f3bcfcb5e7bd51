package dev.backproof.verify.prover;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Derivative;
import dev.backproof.verify.kernel.Enclosure;
import dev.backproof.verify.kernel.Interval;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Sample;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import dev.backproof.verify.kernel.Undefined;
import dev.backproof.verify.theorem.NotesTheorems;
import dev.backproof.verify.theorem.Proposition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.Reporter;

/**
 * A prover that calls rules at random proves nothing that evaluation contradicts, and of a false
 * claim nothing that is accepted.
 *
 * <p>{@code -Dbackproof.large=true} makes it twenty times as many calls.
 */
class RandomRulesProperties {
  private static final int LARGE = Boolean.getBoolean("backproof.large") ? 20 : 1;
  private static final int CALLS = 700;
  private static final Set<String> CLAIMS =
      Set.of("1.2", "1.4", "1.6", "1.9", "2.3", "2.4", "2.7", "2.11", "2.14", "2.18", "3.1");

  private int theorems;
  private int evaluated;

  /**
   * A point where what is assumed holds, with two more indices of each range.
   *
   * @param values the values of terms over the letters of the statement and those indices
   * @param names of each index of the machine the one that stands for it
   */
  private record Place(Enclosure values, Point point, Map<Term, Term> names) {
    static Place of(Statement statement, Point point, int shift) {
      Declarations declarations = statement.declarations().copy();
      Map<String, List<Integer>> labels = new LinkedHashMap<>(point.labels());
      Map<Term, Term> names = new HashMap<>();
      for (String range : statement.declarations().sizes()) {
        for (int number = 0; number < 2; number++) {
          String name = "made" + number + "." + range;
          declarations.index(name, range);
          labels.put(name, List.of((number + shift) % point.size(range)));
          names.put(Declarations.made(number, range), Term.index(name));
        }
      }
      Point more = new Point(point.sizes(), point.tensors(), labels);
      return new Place(new Enclosure(declarations, more, Integer.MAX_VALUE), more, names);
    }

    Optional<Interval> value(Term term) {
      Term named = term;
      for (Map.Entry<Term, Term> name : names.entrySet()) {
        named = named.has(name.getKey()) ? named.substitute(name.getKey(), name.getValue()) : named;
      }
      try {
        return Optional.of(values.of(named));
      } catch (Undefined e) {
        return Optional.empty();
      } catch (Refusal e) {
        return derived(named); // the statement's left side, say
      }
    }

    private Optional<Interval> derived(Term term) {
      try {
        return Optional.of(values.of(new Derivative().expand(term)));
      } catch (Refusal e) {
        return Optional.empty();
      }
    }
  }

  @Example
  void whatRandomRulesProveIsTrueAndNoFalseClaim(Reporter reporter) {
    long seed = 4_000;
    for (Proposition theorem : NotesTheorems.all()) {
      Statement truth = theorem.claim().get().statements().get(0);
      if (CLAIMS.contains(theorem.subject()) && !truth.declarations().sizes().contains("n")) {
        FalseClaims claims = new FalseClaims(truth, seed);
        for (int round = 0; round < LARGE; round++) {
          walk(truth, Optional.empty(), seed++);
          Optional<FalseClaims.FalseClaim> wrong = claims.random(Mutation.SIGN);
          if (wrong.isPresent()) {
            walk(truth, Optional.of(wrong.get().statement()), seed++);
          }
        }
      }
    }
    reporter.publishValue("theorems", theorems + ", values compared " + evaluated);
    assertTrue(theorems > 10_000 * LARGE, () -> "only " + theorems);
    assertTrue(evaluated > 10_000 * LARGE, () -> "only " + evaluated + " of " + theorems);
  }

  private void walk(Statement truth, Optional<Statement> wrong, long seed) {
    Statement statement = wrong.orElse(truth);
    RandomRules rules = new RandomRules(statement, seed);
    List<Place> places = places(truth, seed);
    Set<Theorem> seen = new HashSet<>(); // a call that was made before gives the same theorem
    for (int call = 0; call < CALLS; call++) {
      Optional<Theorem> made = rules.step();
      if (made.isPresent() && seen.add(made.get())) {
        theorems++;
        places.forEach(place -> assertTrueAt(place, made.get()));
        if (wrong.isPresent()) {
          assertThrows(Refusal.class, () -> rules.kernel().accept(made.get()));
        }
      }
    }
  }

  /** Points where the statement applies: with a false claim as well, for its left side is that. */
  private static List<Place> places(Statement truth, long seed) {
    PointSearch search = new PointSearch(truth, seed);
    List<Place> places = new ArrayList<>();
    Map<String, Integer> sizes = new LinkedHashMap<>();
    truth.declarations().sizes().forEach(name -> sizes.put(name, 2 + sizes.size() % 2));
    for (int attempt = 0; attempt < 24 && places.size() < 2; attempt++) {
      Optional<Point> point = search.point(sizes, attempt);
      if (point.isPresent() && applies(truth, point.get())) {
        places.add(Place.of(truth, point.get(), attempt));
      }
    }
    return places;
  }

  private static boolean applies(Statement truth, Point point) {
    try {
      Sample.check(truth, point);
      return true;
    } catch (Refusal e) {
      return false;
    }
  }

  private void assertTrueAt(Place place, Theorem theorem) {
    Optional<Interval> left = place.value(theorem.left());
    Optional<Interval> right = place.value(theorem.right());
    if (left.isEmpty() || right.isEmpty()) {
      return;
    }
    evaluated++;
    assertTrue(
        !left.get().isDisjoint(right.get()),
        () -> theorem + " at " + place.point() + ": " + left + ", " + right);
    assertTrue(
        left.get().signs().and(theorem.signs()).mask() != 0,
        () -> theorem + " at " + place.point() + ": " + left);
  }
}
