package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Step;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads a certificate, line by line; nothing is read that is not expected. */
final class CertificateReader {
  private static final Map<String, Signs> SIGNS =
      IntStream.rangeClosed(1, 7)
          .mapToObj(Signs::new)
          .collect(Collectors.toUnmodifiableMap(Signs::toString, signs -> signs));

  private final String text;
  private int start;
  private int read;
  private Line line = new Line(0, "");

  private final List<String> notes = new ArrayList<>();
  private final Declarations declarations = new Declarations();
  private final TermSizes sizes = new TermSizes();
  private final List<Term> terms = new ArrayList<>();
  private final Map<Term, Integer> numbers = new HashMap<>();
  private final List<Hypothesis> hypotheses = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final Certificate certificate;

  /**
   * Reads a text.
   *
   * @throws MalformedCertificate if it is no certificate
   */
  CertificateReader(String text) {
    this.text = text;
    if (text.length() > Limits.TEXT) {
      throw new MalformedCertificate(1, 1, "a text of more than " + Limits.TEXT + " characters");
    }
    next();
    if (!line.text().equals(CertificateText.HEADER)) {
      throw expected("'" + CertificateText.HEADER + "'");
    }
    next();
    while (line.text().startsWith("#")) {
      notes.add(note());
      next();
    }
    declare("size", l -> declarations.size(l.name("a name")));
    declare("tensor", l -> declarations.tensor(l.name("a name"), axes(l)));
    declare("label", l -> declarations.label(l.name("a name"), l.name("a size"), axes(l)));
    for (String convention : Rulebook.CONVENTIONS) {
      if (!line.text().equals("convention " + convention)) {
        throw expected("'convention " + convention + "'");
      }
      next();
    }
    boolean offKinks = kinks();
    terms();
    while (line.peek().equals("hypothesis")) {
      hypothesis();
      terms();
    }
    Term left = side("left");
    terms();
    Term right = side("right");
    Optional<Point> sample = sample();
    terms();
    while (!line.peek().equals("qed")) {
      step();
      terms();
    }
    qed();
    Statement statement = new Statement(declarations, hypotheses, left, right, offKinks);
    certificate = new Certificate(statement, steps, sample, notes);
  }

  Certificate certificate() {
    return certificate;
  }

  /** The line of each step, from 1. */
  List<Integer> lines() {
    return List.copyOf(lines);
  }

  private void next() {
    read++;
    int end = text.indexOf('\n', start);
    if (end < 0) {
      throw new MalformedCertificate(
          read, text.length() - start + 1, "the text ends where a line was expected");
    }
    if (end - start > Limits.LINE) {
      throw new MalformedCertificate(
          read, Limits.LINE, "a line of more than " + Limits.LINE + " characters");
    }
    line = new Line(read, text.substring(start, end));
    start = end + 1;
  }

  private MalformedCertificate expected(String what) {
    line = new Line(read, line.text());
    return line.malformed("'" + line.text() + "'", what);
  }

  private String note() {
    String all = line.text();
    String note = all.length() <= 2 ? "" : all.substring(2);
    boolean written = all.equals(note.isEmpty() ? "#" : "# " + note);
    if (!written || !Printable.all(note)) {
      throw expected("'# ' and a note without control characters");
    }
    few(notes.size(), "notes");
    return note;
  }

  private void few(int count, String what) {
    if (count >= Limits.DECLARATIONS) {
      throw expected("no more than " + Limits.DECLARATIONS + " " + what);
    }
  }

  private void declare(String word, Consumer<Line> declaration) {
    for (int count = 0; line.peek().equals(word); count++) {
      few(count, word + " lines");
      Line declared = line;
      declared.word(word);
      declared.checked(
          () -> {
            declaration.accept(declared);
            return declared;
          });
      declared.end();
      next();
    }
  }

  private static List<String> axes(Line line) {
    List<String> axes = new ArrayList<>();
    while (!line.isRead()) {
      String axis = line.name("a size");
      if (axes.size() == Limits.AXES) {
        throw line.malformed("one more axis", "at most " + Limits.AXES);
      }
      axes.add(axis);
    }
    return axes;
  }

  private boolean kinks() {
    boolean off = line.text().equals("kinks off");
    if (!off && !line.text().equals("kinks everywhere")) {
      throw expected("'kinks everywhere' or 'kinks off'");
    }
    next();
    return off;
  }

  /** The terms that come next. */
  private void terms() {
    while (line.peek().startsWith("t")) {
      int number = line.reference('t', Limits.TERMS, "a term");
      if (number != terms.size()) {
        throw line.malformed("t" + number, "t" + terms.size());
      }
      Term term = line.checked(() -> TermText.read(line, terms));
      line.end();
      line.checked(() -> sizes.nodes(term));
      Integer same = numbers.putIfAbsent(term, number);
      if (same != null) {
        throw line.malformed("t" + same + " again", "a term that has no number yet");
      }
      terms.add(term);
      next();
    }
  }

  private Term term() {
    Term term = terms.get(line.reference('t', terms.size(), "a term"));
    if (!term.isClosed()) {
      throw line.malformed("a term with an index bound outside", "a closed term");
    }
    return term;
  }

  private void hypothesis() {
    few(hypotheses.size(), "hypotheses");
    line.word("hypothesis");
    String word = line.word("signs");
    Signs signs = SIGNS.get(word);
    if (signs == null) {
      throw line.malformed("'" + word + "'", "any, positive, nonnegative, nonzero, …,");
    }
    Term left = term();
    Term right = term();
    List<Term> indices = new ArrayList<>();
    while (!line.isRead()) {
      indices.add(quantified());
    }
    hypotheses.add(new Hypothesis(indices, left, right, signs));
    next();
  }

  private Term quantified() {
    String word = line.word("an index");
    Term index = line.checked(() -> IndexText.read(word));
    if (!Declarations.isMade(index)) {
      throw line.malformed("'" + word + "'", "an index made by the machine, such as #0:m,");
    }
    line.checked(() -> declarations.rangeOf(index));
    return index;
  }

  private Term side(String word) {
    if (!line.peek().equals(word)) {
      throw expected("a term, or '" + word + "' and its number,");
    }
    line.word(word);
    Term side = term();
    line.end();
    next();
    return side;
  }

  private Optional<Point> sample() {
    if (!line.peek().equals(SampleText.WORD)) {
      return Optional.empty();
    }
    SampleText sample = new SampleText();
    while (line.peek().equals(SampleText.WORD)) {
      sample.read(line);
      next();
    }
    return Optional.of(sample.point());
  }

  private void step() {
    if (!line.peek().startsWith("s")) {
      throw expected("a term, a step or 'qed'");
    }
    int number = line.reference('s', Limits.STEPS, "a step");
    if (number != steps.size()) {
      throw line.malformed("s" + number, "s" + steps.size());
    }
    String word = line.word("a rule");
    Rule rule =
        Rulebook.rule(word)
            .orElseThrow(() -> line.malformed("'" + word + "'", "the word of a rule"));
    List<Term> given = new ArrayList<>();
    while (line.peek().startsWith("t")) {
      given.add(term());
    }
    List<Integer> premises = new ArrayList<>();
    while (!line.isRead()) {
      premises.add(line.reference('s', steps.size(), "a step"));
    }
    steps.add(new Step(rule, given, premises));
    lines.add(read);
    next();
  }

  /** The last line, of the last step. */
  private void qed() {
    line.word("qed");
    int last = line.reference('s', steps.size(), "the last step");
    if (last != steps.size() - 1) {
      throw line.malformed("s" + last, "s" + (steps.size() - 1) + ", the last step,");
    }
    line.end();
    if (start < text.length()) {
      throw new MalformedCertificate(read + 1, 1, "something after the last line");
    }
  }
}
