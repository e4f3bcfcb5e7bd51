package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Indices in one word each: {@code j}, {@code #0:m} made by the machine, {@code %0} bound, {@code
 * y(r)} a label at indices.
 */
final class IndexText {
  private static final Pattern BOUND = Pattern.compile("%(0|[1-9][0-9]{0,3})");
  private static final Pattern NAMED =
      Pattern.compile("[A-Za-z][A-Za-z0-9_.']*|#(0|[1-9][0-9]{0,7}):[A-Za-z][A-Za-z0-9_.']*");

  private final String text;
  private int at;

  private IndexText(String text) {
    this.text = text;
  }

  static String write(Term index) {
    if (index.is(Term.Kind.BOUND)) {
      return "%" + index.number();
    }
    if (!index.is(Term.Kind.INDEX)) {
      throw new Refusal("not an index: " + index);
    }
    return index.arguments().isEmpty()
        ? index.name()
        : index.arguments().stream()
            .map(IndexText::write)
            .collect(Collectors.joining(",", index.name() + "(", ")"));
  }

  /**
   * Reads an index.
   *
   * @throws Refusal if the word is none
   */
  static Term read(String word) {
    IndexText reading = new IndexText(word);
    Term index = reading.index(0);
    if (reading.at < word.length()) {
      throw reading.refused();
    }
    return index;
  }

  private Term index(int depth) {
    Matcher bound = at(BOUND);
    if (bound.lookingAt()) {
      at = bound.end();
      return Term.bound(Integer.parseInt(bound.group(1)));
    }
    Matcher named = at(NAMED);
    if (!named.lookingAt() || named.group().length() > Limits.NAME || depth > Limits.LABELS) {
      throw refused();
    }
    at = named.end();
    if (at == text.length() || text.charAt(at) != '(') {
      return Term.index(named.group());
    }
    List<Term> arguments = new ArrayList<>();
    do {
      at++;
      arguments.add(index(depth + 1));
    } while (at < text.length() && text.charAt(at) == ',' && arguments.size() < Limits.AXES);
    if (at == text.length() || text.charAt(at) != ')' || named.group().startsWith("#")) {
      throw refused();
    }
    at++;
    return Term.label(named.group(), arguments);
  }

  private Matcher at(Pattern pattern) {
    return pattern.matcher(text).region(at, text.length());
  }

  private Refusal refused() {
    return new Refusal("no index: " + (text.length() <= 60 ? text : text.substring(0, 60) + "…"));
  }
}
