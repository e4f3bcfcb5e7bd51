package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The same statement in other letters, declared in another order.
 *
 * <p>Two sizes may get one name: that is the statement for the case that they are equal.
 */
public final class Renaming {
  private final Map<String, String> names;
  private final Random order;
  private final Map<Term, Term> renamed = new HashMap<>();

  private Renaming(Map<String, String> names, Random order) {
    this.names = Map.copyOf(names);
    this.order = order;
  }

  /** With new names for some letters; the order stays. */
  public static Statement of(Statement statement, Map<String, String> names) {
    return new Renaming(names, new Random(0)).statement(statement, false);
  }

  /** With a new name for each letter, drawn at random, and an order drawn at random. */
  public static Statement random(Statement statement, long seed) {
    Random random = new Random(seed);
    Declarations letters = statement.declarations();
    List<String> old = new ArrayList<>(letters.sizes());
    old.addAll(letters.tensors().keySet());
    old.addAll(letters.labels().keySet());
    List<String> fresh = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      fresh.add(name(random, i));
    }
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < old.size(); i++) {
      names.put(old.get(i), fresh.get(i));
    }
    return new Renaming(names, random).statement(statement, true);
  }

  /** Short and long, of either case, with what else a name may have. */
  private static String name(Random random, int number) {
    String letters = "aZmXyQbTk";
    String more = "_.'09zA";
    StringBuilder name = new StringBuilder();
    name.append(letters.charAt(random.nextInt(letters.length())));
    for (int length = random.nextInt(4); length > 0; length--) {
      name.append(more.charAt(random.nextInt(more.length())));
    }
    return name.append('x').append(number).toString();
  }

  private Statement statement(Statement statement, boolean shuffled) {
    Declarations old = statement.declarations();
    Declarations declarations = new Declarations();
    List<String> sizes = new ArrayList<>(old.sizes().stream().map(this::name).distinct().toList());
    List<Runnable> others = new ArrayList<>();
    old.tensors()
        .forEach((tensor, axes) -> others.add(() -> declarations.tensor(name(tensor), all(axes))));
    old.labels()
        .forEach(
            (label, of) ->
                others.add(
                    () -> declarations.label(name(label), name(of.range()), all(of.axes()))));
    if (shuffled) {
      Collections.shuffle(sizes, order);
      Collections.shuffle(others, order);
    }
    sizes.forEach(declarations::size);
    others.forEach(Runnable::run);
    return new Statement(
        declarations,
        statement.hypotheses().stream().map(this::hypothesis).toList(),
        term(statement.left()),
        term(statement.right()),
        statement.offKinks());
  }

  private String name(String old) {
    return names.getOrDefault(old, old);
  }

  private List<String> all(List<String> old) {
    return old.stream().map(this::name).toList();
  }

  private Hypothesis hypothesis(Hypothesis h) {
    return new Hypothesis(
        h.indices().stream().map(this::term).toList(), term(h.left()), term(h.right()), h.signs());
  }

  private Term term(Term t) {
    Term known = renamed.get(t);
    if (known == null) {
      known = anew(t);
      renamed.put(t, known);
    }
    return known;
  }

  private Term anew(Term t) {
    List<Term> parts = t.arguments().stream().map(this::term).toList();
    return switch (t.kind()) {
      case SIZE -> Term.size(name(t.name()));
      case ENTRY -> Term.entry(name(t.name()), parts);
      case SUM, MAX -> Term.binder(t.kind(), name(t.name()), parts.get(0));
      case INDEX -> {
        int colon = t.name().indexOf(':');
        yield Declarations.isMade(t)
            ? Term.index(t.name().substring(0, colon + 1) + name(t.name().substring(colon + 1)))
            : Term.label(name(t.name()), parts);
      }
      default -> t.with(parts);
    };
  }
}
