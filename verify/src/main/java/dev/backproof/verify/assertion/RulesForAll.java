package dev.backproof.verify.assertion;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Custom;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Op;
import dev.backproof.core.Tensor;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The rules of an operation for all sizes and all values of its operands.
 *
 * <p>They are held against the kernel's derivative of the {@linkplain Custom#formula formula} the
 * operation names. That its value on numbers is that formula too is not proved, but looked at in
 * some points of sizes 1, 2 and 3.
 */
public final class RulesForAll {
  private final Custom operation;
  private final Setting setting;

  RulesForAll(Custom operation, Setting setting) {
    this.operation = operation;
    this.setting = setting;
  }

  /**
   * With another budget for each proof, in steps of the kernel; above the usual it may take longer
   * too.
   *
   * @throws IllegalArgumentException if it is not above 0
   */
  public RulesForAll withBudget(int steps) {
    return new RulesForAll(operation, setting.withBudget(steps));
  }

  /**
   * Asserts that the vjp and the jvp of every operand are proved, at kinks too.
   *
   * @return the proofs: for each operand that of the vjp, then that of the jvp
   * @throws AssertionError if one is not, or the operation is opaque; the message as of {@link
   *     GradientForAll#isProvedFor}
   */
  public List<Proof> areProved() {
    return proofs(true);
  }

  /**
   * Asserts the same wherever the operation has no kink.
   *
   * @throws AssertionError as {@link #areProved} does
   */
  public List<Proof> areProvedOffTheKinks() {
    return proofs(false);
  }

  private List<Proof> proofs(boolean kinksMatter) {
    List<Proof> proofs = new ArrayList<>();
    for (int which = 0; which < operation.arity(); which++) {
      if (!setting.operands().get(which).isLabels()) {
        proofs.add(vjp(which, kinksMatter));
        proofs.add(jvp(which, kinksMatter));
      }
    }
    return proofs;
  }

  private Proof vjp(int which, boolean kinksMatter) {
    Setting.Letters letters = setting.letters();
    Judgement judgement = judgement("vjp", which);
    Formula applied = new Applied(operation);
    Expr y = judgement.value("the operation", applied, letters.operands());
    Expr yBar = letters.symbols().tensor(setting.unused("yBar"), y.shape());
    SymbolicClaim claim =
        judgement.claim(
            () ->
                Statements.pullback(
                    VjpRules.PAGE, letters.symbols(), letters.operands(), applied, which, yBar));
    return judgement.proof(
        claim,
        kinksMatter,
        List.of(
            new OnNumbers.Reading(
                operation.name(),
                applied,
                applied::apply,
                on -> on.value(y),
                OnNumbers.Cause.VALUE,
                true),
            reading("vjp", applied, at -> pulledBack(applied, which, at), claim)),
        sides(which, RulesForAll::pulledBack));
  }

  private Proof jvp(int which, boolean kinksMatter) {
    Setting.Letters letters = setting.letters();
    Judgement judgement = judgement("jvp", which);
    Formula applied = new Applied(operation);
    judgement.value("the operation", applied, letters.operands());
    String name = setting.unused(setting.operands().get(which).name() + "Dot");
    Expr dot = letters.symbols().tensor(name, letters.operands().get(which).shape());
    SymbolicClaim claim =
        judgement.claim(
            () ->
                Statements.pushforward(
                    JvpRules.PAGE, letters.symbols(), letters.operands(), applied, which, dot));
    return judgement.proof(
        claim,
        kinksMatter,
        List.of(reading("jvp", applied, at -> pushed(applied, which, at), claim)),
        sides(which, RulesForAll::pushed));
  }

  private static OnNumbers.Reading reading(
      String rule,
      Formula rounding,
      Function<List<DenseTensor>, DenseTensor> run,
      SymbolicClaim claim) {
    return new OnNumbers.Reading(
        "the " + rule, rounding, run, claim::right, OnNumbers.Cause.BRANCH, true);
  }

  /** The vjp on numbers, the last of which is ȳ. */
  private static DenseTensor pulledBack(Formula applied, int which, List<DenseTensor> at) {
    int count = at.size() - 1;
    List<DenseTensor> x = at.subList(0, count);
    return Differentiation.vjp(applied, x, count, at.get(count)).get(which);
  }

  /** The jvp on numbers, the last of which is ẋ. */
  private static DenseTensor pushed(Formula applied, int which, List<DenseTensor> at) {
    int count = at.size() - 1;
    return Smoothness.pushed(applied, which, at.subList(0, count), at.get(count));
  }

  /** A rule of the operation, or of its formula, run on numbers. */
  private interface Run {
    DenseTensor of(Formula function, int which, List<DenseTensor> at);
  }

  private Sides sides(int which, Run rule) {
    Formula named = new Named(operation);
    Formula applied = new Applied(operation);
    return new Sides(
        named, which, at -> rule.of(named, which, at), at -> rule.of(applied, which, at));
  }

  private Judgement judgement(String rule, int which) {
    Operand operand = setting.operands().get(which);
    String subject = "the " + rule + " of " + operation.name() + " by " + operand;
    return new Judgement(
        setting, new Wording(subject, "derivative", "rule", "areProvedOffTheKinks"));
  }

  /** What the operation names as its formula. */
  private record Named(Custom operation) implements Formula {
    @Override
    public <T extends Tensor<T>> T apply(List<T> x) {
      return operation.formula(x).orElseThrow();
    }

    @Override
    public OptionalInt arity() {
      return OptionalInt.of(operation.arity());
    }
  }

  /** The operation as a formula; what comes after its operands is not looked at. */
  private record Applied(Custom operation) implements Formula {
    @Override
    public <T extends Tensor<T>> T apply(List<T> x) {
      Op op = Op.custom(operation);
      return switch (operation.arity()) {
        case 1 -> x.get(0).apply(op);
        case 2 -> x.get(0).apply(op, x.get(1));
        default -> x.get(0).apply(op, x.get(1), x.get(2));
      };
    }

    @Override
    public OptionalInt arity() {
      return OptionalInt.of(operation.arity());
    }
  }
}
