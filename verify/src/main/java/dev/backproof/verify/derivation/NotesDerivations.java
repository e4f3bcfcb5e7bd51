package dev.backproof.verify.derivation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The derivations of the course notes, by the number of the claim. A claim that gives the matrix
 * form of the one before it shares its derivation, which ends in that form.
 */
public final class NotesDerivations {
  private static final Map<String, Supplier<Lecture>> ALL = all();

  private NotesDerivations() {}

  private static Map<String, Supplier<Lecture>> all() {
    Map<String, Supplier<Lecture>> all = new LinkedHashMap<>();
    all.put("1.1", BasicChains::sigmoidByTanh);
    all.put("1.2", BasicChains::logSigmoid);
    all.put("1.3", BasicChains::sigmoidSlope);
    all.put("1.4", BasicChains::tanhSlope);
    all.put("1.6", KinkChains::absSlope);
    all.put("1.7", KinkChains::rectSlope);
    all.put("1.8", KinkChains::squaredNorm);
    all.put("1.9", KinkChains::absoluteNorm);
    all.put("2.3", OutputChains::softmax);
    all.put("2.4", OutputChains::loss);
    all.put("2.6", RiskChains::descent);
    all.put("2.7", OutputChains::gradOa);
    all.put("2.8", OutputChains::gradOa);
    all.put("2.9", OutputChains::gradW2);
    all.put("2.10", OutputChains::gradW2);
    all.put("2.11", HiddenChains::gradHs);
    all.put("2.12", HiddenChains::gradHs);
    all.put("2.13", HiddenChains::gradHa);
    all.put("2.14", HiddenChains::gradHa);
    all.put("2.15", HiddenChains::gradW1);
    all.put("2.16", HiddenChains::gradW1);
    all.put("2.17", HiddenChains::gradX);
    all.put("2.18", PracticeChains::penalty);
    all.put("3.1", PracticeChains::stableSoftmax);
    all.put("3.2", PracticeChains::minibatch);
    return Collections.unmodifiableMap(all);
  }

  /** The claims that have a derivation, in the order of the notes. */
  public static List<String> ids() {
    return List.copyOf(ALL.keySet());
  }

  /** The derivation of a claim, unproved. */
  public static Optional<Lecture> lecture(String id) {
    return Optional.ofNullable(ALL.get(id)).map(Supplier::get);
  }

  /** The claim in whose derivation a claim is derived, as its matrix form at the end. */
  public static Optional<String> derivedIn(String id) {
    return lecture(id).map(Lecture::id).filter(other -> !other.equals(id));
  }

  /**
   * The derivation of a claim, each "=" of it proved.
   *
   * @throws UnprovedLink if one is not proved
   */
  public static Optional<ProvedLecture> find(String id) {
    return lecture(id).map(Lecture::prove);
  }
}
