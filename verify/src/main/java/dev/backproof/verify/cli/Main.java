package dev.backproof.verify.cli;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(name = "backproof", version = "backproof 0.1.0", mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() {
    var tape = new Tape<DenseTensor>();
    var w = tape.variable(DenseTensor.vector(1, 2, 3));
    System.out.println(w.times(w).sum().backward().of(w));
    return 0;
  }
}
