package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Step;
import dev.backproof.verify.kernel.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a certificate: each term gets a line just before it is first needed. */
final class CertificateWriter {
  private final StringBuilder text = new StringBuilder();
  private final Map<Term, Integer> numbers = new HashMap<>();
  private final TermSizes sizes = new TermSizes();

  String write(Certificate certificate) {
    Statement statement = certificate.statement();
    line(CertificateText.HEADER);
    certificate.notes().forEach(note -> line(note.isEmpty() ? "#" : "# " + note));
    declarations(statement.declarations());
    Rulebook.CONVENTIONS.forEach(convention -> line("convention " + convention));
    line("kinks " + (statement.offKinks() ? "off" : "everywhere"));
    statement.hypotheses().forEach(this::hypothesis);
    line("left" + reference(statement.left()));
    line("right" + reference(statement.right()));
    certificate.sample().ifPresent(point -> SampleText.write(point).forEach(this::line));
    List<Step> steps = certificate.steps();
    if (steps.isEmpty()) {
      throw new Refusal("a certificate without steps");
    }
    for (int i = 0; i < steps.size(); i++) {
      step(i, steps.get(i));
    }
    line("qed s" + (steps.size() - 1));
    return text.toString();
  }

  private void declarations(Declarations declarations) {
    declarations.sizes().forEach(size -> line("size " + size));
    declarations.tensors().forEach((name, axes) -> line("tensor " + name + words(axes)));
    declarations
        .labels()
        .forEach(
            (name, label) -> line("label " + name + " " + label.range() + words(label.axes())));
  }

  private static String words(List<String> words) {
    return words.isEmpty() ? "" : " " + String.join(" ", words);
  }

  private void hypothesis(Hypothesis h) {
    StringBuilder line = new StringBuilder("hypothesis " + h.signs());
    line.append(reference(h.left())).append(reference(h.right()));
    h.indices().forEach(index -> line.append(' ').append(IndexText.write(index)));
    line(line.toString());
  }

  private void step(int number, Step step) {
    StringBuilder line = new StringBuilder("s" + number + " " + step.rule().word());
    step.terms().forEach(term -> line.append(reference(term)));
    for (int premise : step.premises()) {
      if (premise < 0 || premise >= number) {
        throw new Refusal("step " + number + ": its premise " + premise + " is no earlier step");
      }
      line.append(" s").append(premise);
    }
    line(line.toString());
  }

  /** The number of a term, which is written first if it has none. */
  private String reference(Term term) {
    sizes.nodes(term);
    return " t" + number(term);
  }

  private int number(Term term) {
    Integer known = numbers.get(term);
    if (known != null) {
      return known;
    }
    StringBuilder line = new StringBuilder(" " + TermText.write(term));
    if (TermText.hasParts(term.kind())) {
      term.arguments().forEach(part -> line.append(" t").append(number(part)));
    }
    int number = numbers.size();
    numbers.put(term, number);
    line("t" + number + line);
    return number;
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
