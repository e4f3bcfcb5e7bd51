package dev.backproof.verify.training;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.data.Dataset;
import dev.backproof.mlp.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a network says of examples whose classes are known.
 *
 * @param data the examples
 * @param probabilities [n×m]
 * @param said the most probable class of each
 */
public record Judgement(Dataset data, DenseTensor probabilities, List<Integer> said) {
  /**
   * An example to whose class another was preferred.
   *
   * @param row its number, from 0
   * @param label its class
   * @param said the class that was preferred
   * @param probability of its class
   * @param preferred the probability of the other
   */
  public record Mistake(int row, int label, int said, double probability, double preferred) {}

  /** Copies the list. */
  public Judgement {
    said = List.copyOf(said);
  }

  static Judgement of(Model model, Dataset data) {
    DenseTensor probabilities = model.probabilities(data.examples());
    return new Judgement(
        data, probabilities, Arrays.stream(Model.best(probabilities)).boxed().toList());
  }

  /** How many examples of each class were taken for each: a row for each class. */
  public int[][] confusion() {
    int[][] counts = new int[data.classes()][data.classes()];
    for (int row = 0; row < said.size(); row++) {
      counts[data.label(row)][said.get(row)]++;
    }
    return counts;
  }

  /** The number of examples to whose class another was preferred. */
  public int wrong() {
    return mistakes().size();
  }

  /** The share of examples whose class was found. */
  public double accuracy() {
    return 1 - (double) wrong() / said.size();
  }

  /** The mistakes, the worst first: those whose class was thought the least probable. */
  public List<Mistake> mistakes() {
    List<Mistake> mistakes = new ArrayList<>();
    for (int row = 0; row < said.size(); row++) {
      int label = data.label(row);
      if (said.get(row) != label) {
        mistakes.add(
            new Mistake(
                row,
                label,
                said.get(row),
                probability(row, label),
                probability(row, said.get(row))));
      }
    }
    mistakes.sort(Comparator.comparingDouble(Mistake::probability));
    return mistakes;
  }

  private double probability(int row, int k) {
    return probabilities.at(row * data.classes() + k);
  }
}
