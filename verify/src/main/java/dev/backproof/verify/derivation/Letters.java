package dev.backproof.verify.derivation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Letters for indices, by their range: i and l run over d, j and p over h, k and q over m, as in
 * the notes. No two ranges share a letter.
 */
final class Letters {
  private static final Map<String, List<String>> OF_THE_NOTES =
      Map.of(
          "d", List.of("i", "l", "u"),
          "h", List.of("j", "p", "v"),
          "m", List.of("k", "q", "c"),
          "n", List.of("t", "s"),
          "K", List.of("r", "w"));

  /** What is left for other ranges, and for more indices of one range. */
  private static final List<String> OTHERS =
      List.of("a", "b", "e", "f", "g", "o", "x", "z", "α", "β", "γ", "ρ");

  private final Map<String, List<String>> byRange;

  private Letters(Map<String, List<String>> byRange) {
    this.byRange = byRange;
  }

  static Letters ofTheNotes() {
    return new Letters(OF_THE_NOTES);
  }

  /** A letter of the range's own that is not taken, else any other, else a numbered one. */
  String choose(String range, Set<String> taken) {
    for (String letter : byRange.getOrDefault(range, List.of())) {
      if (!taken.contains(letter)) {
        return letter;
      }
    }
    for (String letter : OTHERS) {
      if (!taken.contains(letter) && !isOwned(letter)) {
        return letter;
      }
    }
    int number = 1;
    while (taken.contains("i" + number)) {
      number++;
    }
    return "i" + number;
  }

  private boolean isOwned(String letter) {
    return byRange.values().stream().anyMatch(own -> own.contains(letter));
  }

  /** Whether a letter says which range it is from. */
  boolean tells(String letter, String range) {
    return byRange.getOrDefault(range, List.of()).contains(letter);
  }
}
