package dev.backproof.verify.cli;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a long command is: a bar where somebody watches, nothing elsewhere. */
final class Progress implements AutoCloseable {
  private static final int UPDATE_MILLIS = 200;

  private final Optional<ProgressBar> bar;

  private Progress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  static Progress of(Terminal terminal, int steps) {
    return of(terminal, steps, 0);
  }

  /** As above, where some of the steps have been done before, by another process. */
  static Progress of(Terminal terminal, int steps, int done) {
    if (!terminal.interactive()) {
      return new Progress(Optional.empty());
    }
    return new Progress(
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName("backproof")
                .setInitialMax(steps)
                .startsFrom(done, Duration.ZERO)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.talk()))
                .clearDisplayOnFinish()
                .build()));
  }

  /** One step more is done. */
  void step(String what) {
    bar.ifPresent(b -> b.setExtraMessage(" " + what).step());
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
