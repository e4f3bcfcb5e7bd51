package dev.backproof.verify.cli;

import dev.backproof.verify.certificate.MalformedCertificate;
import dev.backproof.verify.certificate.Refused;
import dev.backproof.verify.certificate.Replay;
import dev.backproof.verify.certificate.Replayed;
import dev.backproof.verify.certificate.Rulebook;
import dev.backproof.verify.certificate.StatementText;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks certificates with the kernel alone. */
@Command(
    name = "replay",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Checks proofs with the kernel alone: repeats every step of a certificate, without what"
            + " found it. Prints a line for each: the statement that is proved, or the step that is"
            + " refused. What a certificate says in words is not checked.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is proved",
      "1:something is refused",
      "2:the command line is wrong",
      "5:a file cannot be read, or a folder has no certificate",
      "70:an internal error"
    })
final class ReplayCommand implements Callable<Integer> {
  private static final int SHORT = 300;

  private final Terminal terminal;
  private int proved;
  private int refused;
  private int unread;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "A certificate; a folder, for all its files *.cert; - for standard input.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--full", description = "Prints long statements whole.")
  private boolean full;

  @Option(
      names = "--rules",
      description = "Prints all rules and axioms of the kernel: what a proof rests on.")
  private boolean rules;

  ReplayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (files.isEmpty() && !rules) {
      throw new ParameterException(spec.commandLine(), "Missing: FILE, or --rules");
    }
    if (rules) {
      Rulebook.lines().forEach(terminal.results()::println);
    }
    for (String file : files) {
      try {
        CertificateFiles.of(file).forEach(this::replay);
      } catch (UncheckedIOException e) {
        unread(e);
      }
    }
    if (proved + refused > 1) {
      terminal
          .results()
          .println(
              proved + refused + " certificates: " + proved + " proved, " + refused + " refused");
    }
    return unread > 0 ? Failures.FILE : refused > 0 ? 1 : 0;
  }

  private void unread(UncheckedIOException e) {
    unread++;
    terminal.talk().println("backproof: " + e.getMessage());
  }

  private void replay(Path file) {
    try {
      Replayed replayed = Replay.check(CertificateFiles.read(file));
      terminal
          .results()
          .println(
              "PROVED "
                  + name(file)
                  + " "
                  + StatementText.of(replayed, full ? Integer.MAX_VALUE : SHORT));
      proved++;
    } catch (UncheckedIOException e) {
      unread(e);
    } catch (CharacterCodingException e) {
      refused(name(file) + ": not a text in UTF-8");
    } catch (MalformedCertificate e) {
      refused(name(file) + ":" + e.line() + ":" + e.column() + ": " + e.getMessage());
    } catch (Refused e) {
      refused(
          name(file)
              + (e.line().isPresent() ? ":" + e.line().getAsInt() : "")
              + ": "
              + e.getMessage());
    }
  }

  /** A file may have any name, in a folder of somebody else's. */
  private static String name(Path file) {
    return file.toString().replaceAll("\\p{Cntrl}", "?");
  }

  private void refused(String why) {
    terminal.results().println("REFUSED " + why);
    refused++;
  }
}
