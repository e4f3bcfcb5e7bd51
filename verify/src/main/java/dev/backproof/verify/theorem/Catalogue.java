package dev.backproof.verify.theorem;

import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.verify.notes.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that is to be proved. */
public final class Catalogue {
  /** The words for its parts, and for all of them. */
  public static final List<String> PARTS = List.of("notes", "vjp", "jvp", "functions", "all");

  private Catalogue() {}

  /** A claim of the notes. */
  public static List<Proposition> of(Claim claim) {
    return NotesTheorems.of(claim, VjpRules.PAGE);
  }

  /** A part by its word, if there is one. */
  public static Optional<List<Proposition>> part(String word) {
    return switch (word) {
      case "notes" -> Optional.of(NotesTheorems.all());
      case "vjp" -> Optional.of(RuleTheorems.vjp(VjpRules.PAGE));
      case "jvp" -> Optional.of(RuleTheorems.jvp(JvpRules.PAGE));
      case "functions" -> Optional.of(FunctionTheorems.all());
      case "all" -> Optional.of(all());
      default -> Optional.empty();
    };
  }

  /** All parts. */
  public static List<Proposition> all() {
    List<Proposition> all = new ArrayList<>(NotesTheorems.all());
    all.addAll(RuleTheorems.vjp(VjpRules.PAGE));
    all.addAll(RuleTheorems.jvp(JvpRules.PAGE));
    all.addAll(FunctionTheorems.all());
    return List.copyOf(all);
  }
}
