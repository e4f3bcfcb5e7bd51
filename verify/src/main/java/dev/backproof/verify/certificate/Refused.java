package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Rule;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A certificate proves nothing: which step does not fit, and why. */
public final class Refused extends Refusal {
  private static final long serialVersionUID = 1;

  private final int step;
  private final @Nullable Rule rule;
  private final int line;
  private final String reason;
  private final boolean limit;

  private Refused(int step, @Nullable Rule rule, int line, String reason, boolean limit) {
    super(
        Printable.of(rule == null ? reason : "step " + step + " (" + rule.word() + "): " + reason));
    this.step = step;
    this.rule = rule;
    this.line = line;
    this.reason = Printable.of(reason);
    this.limit = limit;
  }

  /** The certificate as a whole is refused. */
  static Refused whole(String reason) {
    return new Refused(-1, null, 0, reason, false);
  }

  /** A step is refused; the line is 0 if there is no text. */
  static Refused step(int step, Rule rule, int line, String reason) {
    return new Refused(step, rule, line, reason, false);
  }

  /** The same, where it is only too large or takes too long. */
  Refused byLimit() {
    return new Refused(step, rule, line, reason, true);
  }

  /** Whether it is only too large or takes too long: then nothing is said about its steps. */
  public boolean isByLimit() {
    return limit;
  }

  /** The number of the step, from 0; none if it is the statement, or what was proved. */
  public OptionalInt step() {
    return rule == null ? OptionalInt.empty() : OptionalInt.of(step);
  }

  /** The rule of the step. */
  public Optional<Rule> rule() {
    return Optional.ofNullable(rule);
  }

  /** The line of the text, from 1, if there is one. */
  public OptionalInt line() {
    return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
  }

  /** Why, without the step. */
  public String reason() {
    return reason;
  }
}
