package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Changes a line of a text, or the order of its lines. */
final class TextMutations {
  private static final List<Rule> RULES = List.copyOf(EnumSet.allOf(Rule.class));

  private final Random random;
  private final List<String> lines;

  private TextMutations(String text, Random random) {
    this.random = random;
    lines = new ArrayList<>(text.lines().toList());
  }

  static String of(String text, Random random) {
    return new TextMutations(text, random).change();
  }

  private String change() {
    int line = random.nextInt(lines.size());
    switch (random.nextInt(9)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(random.nextInt(lines.size()), lines.get(line));
      case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
      case 3 -> changeWord(line, word -> "");
      case 4 -> changeWord(line, word -> word + " " + anyWord());
      case 5 -> changeWord(line, this::digit);
      case 6 -> changeWord(line, word -> Rulebook.rule(word).isPresent() ? rule() : anyWord());
      case 7 -> swapSides();
      default -> changeWord(line, this::likeWord);
    }
    return String.join("\n", lines) + "\n";
  }

  private interface Change {
    String of(String word);
  }

  private void changeWord(int line, Change change) {
    List<String> words = new ArrayList<>(List.of(lines.get(line).split(" ", -1)));
    int place = random.nextInt(words.size());
    String changed = change.of(words.get(place));
    if (changed.isEmpty()) {
      words.remove(place);
    } else {
      words.set(place, changed);
    }
    lines.set(line, String.join(" ", words));
  }

  private String anyWord() {
    String[] words = lines.get(random.nextInt(lines.size())).split(" ", -1);
    return words[random.nextInt(words.length)];
  }

  /** Another word that begins with the same letter: a term for a term, a step for a step. */
  private String likeWord(String word) {
    for (int i = 0; i < 100; i++) {
      String other = anyWord();
      if (!other.isEmpty()
          && !word.isEmpty()
          && other.charAt(0) == word.charAt(0)
          && !other.equals(word)) {
        return other;
      }
    }
    return anyWord();
  }

  private String digit(String word) {
    StringBuilder changed = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      changed.append(Character.isDigit(c) ? (char) ('0' + random.nextInt(10)) : c);
    }
    return changed.toString();
  }

  private String rule() {
    return RULES.get(random.nextInt(RULES.size())).word();
  }

  private void swapSides() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("left ")) {
        lines.set(i, line.replace("left", "right"));
      } else if (line.startsWith("right ")) {
        lines.set(i, line.replace("right", "left"));
      }
    }
    List<Integer> sides = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("left ") || lines.get(i).startsWith("right ")) {
        sides.add(i);
      }
    }
    if (sides.size() == 2) {
      // In the order that is read, with the terms of the left one above.
      String first = lines.get(sides.get(1));
      lines.set(sides.get(1), first + "\n" + lines.get(sides.get(0)));
      lines.remove((int) sides.get(0));
    }
  }
}
