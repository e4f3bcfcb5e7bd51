package dev.backproof.verify.rule;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Primitive;
import dev.backproof.core.RandomTensors;
import java.util.ArrayList;
import java.util.List;

/**
 * The registry of wrong rules, all of which must be rejected: faults that fit any row for every row
 * and operand of both pages, and faults particular to a primitive.
 *
 * <p>A fault on one page only is a case for the adjoint identity; the same fault on both pages
 * leaves that identity intact, and is one for differences of values; a rule that is right but
 * cannot be differentiated again is found in the pullback, checked as a formula.
 */
final class WrongRules {
  private final List<WrongRule> rules = new ArrayList<>();

  private WrongRules() {}

  static List<WrongRule> all() {
    WrongRules registry = new WrongRules();
    for (Example example : Example.all()) {
      for (int which = 0; which < example.op().arity(); which++) {
        if (example.op().flows(which)) {
          registry.anyRow(example, which);
          registry.particular(example, which);
        }
      }
    }
    return List.copyOf(registry.rules);
  }

  private void anyRow(Example example, int which) {
    for (long parts : new long[] {1_000, 1_000_000, 1_000_000_000}) {
      onePage("too large by 1/" + parts, example, which, Faults.scaledBy(parts));
      bothPages("too large by 1/" + parts, example, which, Faults.scaledBy(parts));
    }
    onePage("sign", example, which, Faults::sign);
    bothPages("sign", example, which, Faults::sign);
    Primitive row = example.op().primitive();
    Pages vjp = vjp(Faults::noCotangentFactor, row, which);
    add("no cotangent factor", example, which, vjp, RuleCheck.SCALING);
    add("no cotangent factor", example, which, vjp, RuleCheck.ADJOINT);
    add("no cotangent factor", example, which, vjp, RuleCheck.ZERO);
    Pages jvp = jvp(Faults::noTangentFactor, row, which);
    add("no tangent factor", example, which, jvp, RuleCheck.SCALING);
    add("no tangent factor", example, which, jvp, RuleCheck.ADJOINT);
    add("no tangent factor", example, which, jvp, RuleCheck.ZERO);
    if (curved(example)) {
      detached(example, which);
    }
    if (!example.shapes().get(which).equals(example.formula().apply(example.point(0)).shape())) {
      switch (row) {
        case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, WHERE -> {
          add("not summed", example, which, vjp(Faults::notSummed, row, which), RuleCheck.ADJOINT);
          add("averaged", example, which, vjp(Faults::averaged, row, which), RuleCheck.ADJOINT);
        }
        default -> {}
      }
    }
  }

  /** Whether the rule depends on the operands, so that detaching them is a fault. */
  private static boolean curved(Example example) {
    return switch (example.op().primitive()) {
      case TIMES, STRONG_TIMES, DIV, POW, MATMUL -> true;
      case MAP ->
          switch (example.op().elementary()) {
            case NEGATE, ABS, RECT -> false;
            default -> true;
          };
      default -> false;
    };
  }

  private void detached(Example example, int which) {
    Primitive row = example.op().primitive();
    Formula pullback =
        Derivative.pullback(vjp(Faults::detachedVjp, row, which).vjp(), example.formula(), which);
    Formula pushforward =
        Derivative.pushforward(jvp(Faults::detachedJvp, row, which).jvp(), example.formula());
    rules.add(
        new WrongRule(
            "detached pullback: " + example + " in " + which,
            Pages.RIGHT,
            pullback,
            seed -> withCotangent(example, seed),
            RuleCheck.DIFFERENCES));
    rules.add(
        new WrongRule(
            "detached pushforward: " + example + " in " + which,
            Pages.RIGHT,
            pushforward,
            seed -> withTangents(example, seed),
            RuleCheck.DIFFERENCES));
  }

  /** A point and a cotangent: operands of a pullback. */
  static List<DenseTensor> withCotangent(Example example, long seed) {
    List<DenseTensor> all = new ArrayList<>(example.point(seed));
    all.add(RandomTensors.seeded(seed + 99).directions(example.formula().apply(all).shape()));
    return all;
  }

  /** A point and tangents: operands of a pushforward. */
  static List<DenseTensor> withTangents(Example example, long seed) {
    RandomTensors random = RandomTensors.seeded(seed + 99);
    List<DenseTensor> all = new ArrayList<>(example.point(seed));
    example.shapes().forEach(shape -> all.add(random.directions(shape)));
    return all;
  }

  private void particular(Example example, int which) {
    Primitive row = example.op().primitive();
    switch (row) {
      case MATMUL -> {
        if (example.shapes().get(0).equals(example.shapes().get(1))) {
          vjpOnly("factor not transposed", example, which, Faults::factorNotTransposed);
          vjpOnly("product transposed", example, which, Faults::factorsExchanged);
          jvpOnly("factor transposed", example, which, Faults::factorTransposed);
        } else {
          vjpOnly("product transposed", example, which, Faults::factorsExchanged);
        }
      }
      case SUM -> {
        vjpOnly("wrong axis", example, which, Faults::spreadAlongTheOtherAxis);
        jvpOnly("wrong axis", example, which, Faults::summedAlongTheOtherAxis);
      }
      case MAX -> vjpOnly("wrong axis", example, which, Faults::spreadAlongTheOtherAxis);
      case EXPAND -> {
        vjpOnly("wrong axis", example, which, Faults::summedAlongTheOtherAxis);
        jvpOnly("wrong axis", example, which, Faults::expandedAlongTheOtherAxis);
      }
      case PERMUTE -> {
        vjpOnly("order of axes", example, which, Faults::permutedTheOtherWay);
        jvpOnly("order of axes", example, which, Faults::permutedTheOtherWay);
      }
      case RESHAPE -> vjpOnly("order of entries", example, which, Faults::reversed);
      case SLICE, PAD -> vjpOnly("window at the front", example, which, Faults::windowAtTheFront);
      case WHERE -> {
        vjpOnly("other branch", example, which, Faults::otherBranch);
        bothPages("other branch", example, which, Faults::otherBranch);
      }
      case DIV -> bothPages("quotient rule", example, which, Faults::quotientWithoutResult);
      case POW -> bothPages("power rule", example, which, Faults::powerOffByOne);
      case MAP -> {
        switch (example.op().elementary()) {
          case NEGATE, RECT, ABS -> {}
          default -> {
            onePage("stale input", example, which, Faults::staleInput);
            bothPages("stale input", example, which, Faults::staleInput);
          }
        }
      }
      default -> {}
    }
  }

  private void onePage(String name, Example example, int which, Fault fault) {
    vjpOnly(name, example, which, fault);
    jvpOnly(name, example, which, fault);
  }

  private void vjpOnly(String name, Example example, int which, Fault fault) {
    add(
        name + " backward",
        example,
        which,
        vjp(fault, example.op().primitive(), which),
        RuleCheck.ADJOINT);
  }

  private void jvpOnly(String name, Example example, int which, Fault fault) {
    add(
        name + " forward",
        example,
        which,
        jvp(fault, example.op().primitive(), which),
        RuleCheck.ADJOINT);
  }

  private void bothPages(String name, Example example, int which, Fault fault) {
    Primitive row = example.op().primitive();
    Pages pages = new Pages(fault.inVjp(row, which), fault.inJvp(row, which));
    add(name + " in both modes", example, which, pages, RuleCheck.DIFFERENCES);
  }

  private static Pages vjp(Fault fault, Primitive row, int which) {
    return new Pages(fault.inVjp(row, which), Pages.RIGHT.jvp());
  }

  private static Pages jvp(Fault fault, Primitive row, int which) {
    return new Pages(Pages.RIGHT.vjp(), fault.inJvp(row, which));
  }

  private void add(String name, Example example, int which, Pages pages, RuleCheck check) {
    rules.add(
        new WrongRule(
            name + ": " + example + " in " + which,
            pages,
            example.formula(),
            example::point,
            check));
  }
}
