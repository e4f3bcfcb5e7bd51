package dev.backproof.verify.page.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A formula beside another: what differs is marked. */
final class Slip {
  /** What is not taken apart: a derivative, a name with its scripts, a word, a number. */
  private static final Pattern PIECE =
      Pattern.compile(
          "∂[^/ ]+/∂[\\p{L}\\p{No}0-9‖_]+"
              + "|eye\\([a-z]\\)\\[[^]]*]"
              + "|[a-z]+_[a-z0-9]+"
              + "|[a-z]{2,}[′²]?"
              + "|[\\p{L}&&[^\\p{Lm}]][0-9]*[\\p{Lm}\\p{No}]*(?:_[a-z]+)?"
              + "|[0-9]+"
              + "|.",
          Pattern.DOTALL);

  private final List<String> other;
  private final List<String> own;
  private int from;
  private int to;

  private Slip(String other, String own) {
    this.other = pieces(other);
    this.own = pieces(own);
  }

  private static List<String> pieces(String text) {
    return PIECE.matcher(text).results().map(MatchResult::group).toList();
  }

  /** A formula with its difference to another one between {@code ⟦} and {@code ⟧}. */
  static String marked(String other, String formula) {
    Slip slip = new Slip(other, formula);
    return slip.find() ? slip.marked() : formula;
  }

  /** Finds what differs, as a whole with all its parentheses; whether there is anything to mark. */
  private boolean find() {
    int least = Math.min(other.size(), own.size());
    while (from < least && other.get(from).equals(own.get(from))) {
      from++;
    }
    int same = 0;
    while (same < least - from
        && other.get(other.size() - 1 - same).equals(own.get(own.size() - 1 - same))) {
      same++;
    }
    to = own.size() - same;
    if (from == own.size()) {
      // Something is missing at the end: what is there is right.
      return false;
    }
    if (from == to) {
      to++;
    }
    return close();
  }

  /** Takes in what is needed until every parenthesis has its other one. */
  private boolean close() {
    while (depth(from, to) > 0 && to < own.size()) {
      to++;
    }
    while (depth(from, to) < 0 && from > 0) {
      from--;
    }
    while (from < to && own.get(from).isBlank()) {
      from++;
    }
    while (from < to && own.get(to - 1).isBlank()) {
      to--;
    }
    return from < to && depth(from, to) == 0;
  }

  private int depth(int start, int end) {
    int depth = 0;
    for (String piece : own.subList(start, end)) {
      depth += piece.equals("(") || piece.equals("[") ? 1 : 0;
      depth -= piece.equals(")") || piece.equals("]") ? 1 : 0;
    }
    return depth;
  }

  private String marked() {
    List<String> all = new ArrayList<>(own);
    all.add(to, "⟧");
    all.add(from, "⟦");
    return String.join("", all);
  }
}
