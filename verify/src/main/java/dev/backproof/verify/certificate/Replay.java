package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Proved;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Sample;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Step;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Checks certificates: repeats every step with a fresh kernel, and compares what the last one
 * concludes with the statement; then evaluates the statement at the sample, if there is one.
 *
 * <p>It fails closed. Whatever goes wrong on the way is a refusal. It need not be trusted: it keeps
 * time and counts nodes, but what is proved is said by a {@link Proved}, which only a kernel makes.
 */
public final class Replay {
  private final Certificate certificate;
  private final List<Integer> lines;
  private final TermSizes sizes = new TermSizes();
  private long work;
  private volatile int current = -1;

  private Replay(Certificate certificate, List<Integer> lines) {
    this.certificate = certificate;
    this.lines = lines;
  }

  /**
   * Checks a certificate.
   *
   * @throws Refused if it proves nothing
   */
  public static Replayed check(Certificate certificate) {
    return onOwnStack(new Replay(certificate, List.of()));
  }

  /**
   * Reads and checks a certificate; a refused step is named with its line.
   *
   * @throws MalformedCertificate if the text is none
   * @throws Refused if it proves nothing
   */
  public static Replayed check(String text) {
    CertificateReader reader = new CertificateReader(text);
    return onOwnStack(new Replay(reader.certificate(), reader.lines()));
  }

  /** The rules go into the depth of terms, and the caller's stack may be nearly used up. */
  private static Replayed onOwnStack(Replay replay) {
    // A short replay may be done before anybody waits for it, and then no interrupt is noticed.
    if (Thread.currentThread().isInterrupted()) {
      throw replay.refused("interrupted");
    }
    FutureTask<Replayed> task = new FutureTask<>(replay::run);
    Thread thread = new Thread(null, task, "replay", Limits.STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(Limits.PATIENCE, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw replay.refused(cause == null ? e : cause);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw replay.refused("not replayed within " + Limits.PATIENCE / 1000 + " seconds").byLimit();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw replay.refused("interrupted");
    }
  }

  private Replayed run() {
    Statement statement = certificate.statement();
    measure(statement);
    Kernel kernel = new Kernel(statement);
    List<Theorem> theorems = new ArrayList<>();
    for (Step step : certificate.steps()) {
      refuseIf(Thread.interrupted(), "stopped");
      current = theorems.size();
      step.terms().forEach(this::measure);
      List<Theorem> premises = new ArrayList<>();
      for (int premise : step.premises()) {
        refuseIf(premise < 0 || premise >= theorems.size(), "no earlier step: " + premise);
        premises.add(theorems.get(premise));
      }
      Theorem theorem = kernel.apply(step.rule(), step.terms(), premises);
      measure(theorem.left());
      measure(theorem.right());
      theorems.add(theorem);
    }
    refuseIf(theorems.isEmpty(), "no steps");
    Proved proved = kernel.accept(theorems.get(theorems.size() - 1));
    current = -1;
    certificate.sample().ifPresent(point -> SampleText.check(point, statement.declarations()));
    Optional<Sample> sample = certificate.sample().map(point -> Sample.check(statement, point));
    return new Replayed(proved, sample, theorems.size());
  }

  private void measure(Statement statement) {
    measure(statement.left());
    measure(statement.right());
    for (Hypothesis h : statement.hypotheses()) {
      measure(h.left());
      measure(h.right());
    }
  }

  private void measure(Term term) {
    work += sizes.nodes(term);
    if (work > Limits.WORK) {
      throw new TooLarge("more than " + Limits.WORK + " nodes in all");
    }
  }

  private static void refuseIf(boolean fault, String reason) {
    if (fault) {
      throw new Refusal(reason);
    }
  }

  /** What hostile data can make the kernel throw, whatever it is, is a refusal of that step. */
  private Refused refused(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    Refused refused =
        refused(
            thrown instanceof Refusal
                ? message
                : thrown.getClass().getSimpleName() + " (" + message + ")");
    return thrown instanceof TooLarge ? refused.byLimit() : refused;
  }

  private Refused refused(String reason) {
    int step = current;
    return step < 0
        ? Refused.whole(reason)
        : Refused.step(
            step,
            certificate.steps().get(step).rule(),
            step < lines.size() ? lines.get(step) : 0,
            reason);
  }
}
