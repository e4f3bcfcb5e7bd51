package dev.backproof.mlp.model;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.mlp.DeepNetwork;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.Layer;
import dev.backproof.mlp.data.Pictures;
import dev.backproof.mlp.data.Standardizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network that has been trained, with what is known of its data.
 *
 * @param network which
 * @param parameters its parameters
 * @param inputs the name of each input
 * @param classes the name of each class
 * @param labelColumn the name of the column the labels were in, if there was one with a name
 * @param standardizer what is done to the inputs first, if anything
 * @param pictures whether the inputs are a picture, and of what size
 */
public record Model(
    DeepNetwork network,
    DeepParameters<DenseTensor> parameters,
    List<String> inputs,
    List<String> classes,
    Optional<String> labelColumn,
    Optional<Standardizer> standardizer,
    Optional<Pictures> pictures) {
  /**
   * Checks that everything fits.
   *
   * @throws IllegalArgumentException if a layer does not fit the one below it, or the inputs or the
   *     classes have other numbers than the network
   */
  public Model {
    inputs = List.copyOf(inputs);
    classes = List.copyOf(classes);
    int below = inputs.size();
    int number = 0;
    for (Layer<DenseTensor> layer : parameters.layers()) {
      number++;
      Shape w = layer.w().shape();
      if (w.rank() != 2 || w.size(1).number() != below) {
        throw new IllegalArgumentException(
            "W" + number + " has shape " + w + ", but " + below + " units are below it");
      }
      below = w.size(0).number();
      if (!layer.b().shape().equals(Shape.of(below))) {
        throw new IllegalArgumentException(
            "b" + number + " has shape " + layer.b().shape() + " beside W" + number + " " + w);
      }
    }
    if (below != classes.size()) {
      throw new IllegalArgumentException(
          "the last layer has " + below + " units for " + classes.size() + " classes");
    }
    if (standardizer.isPresent()
        && !standardizer.get().mean().shape().equals(Shape.of(inputs.size()))) {
      throw new IllegalArgumentException(
          "mean and scale have shape "
              + standardizer.get().mean().shape()
              + " for "
              + inputs.size()
              + " inputs");
    }
    if (pictures.isPresent() && pictures.get().pixels() != inputs.size()) {
      throw new IllegalArgumentException(inputs.size() + " inputs are no " + pictures.get());
    }
  }

  /** Inputs, hidden units of each hidden layer, classes. */
  public List<Integer> widths() {
    List<Integer> widths = new ArrayList<>(List.of(inputs.size()));
    parameters.layers().forEach(layer -> widths.add(layer.b().count()));
    return widths;
  }

  /** The number of parameters. */
  public int size() {
    return parameters.list().stream().mapToInt(DenseTensor::count).sum();
  }

  /**
   * The probability of each class, [n×m].
   *
   * @param examples as they come, not standardised, [n×d]
   */
  public DenseTensor probabilities(DenseTensor examples) {
    DenseTensor x = standardizer.map(s -> s.apply(examples)).orElse(examples);
    return network.forward(parameters, x).os();
  }

  /**
   * The most probable class of each row; of equal ones the first.
   *
   * @param probabilities [n×m], or the logits
   */
  public static int[] best(DenseTensor probabilities) {
    int n = probabilities.shape().size(0).number();
    int m = probabilities.shape().size(1).number();
    int[] best = new int[n];
    for (int row = 0; row < n; row++) {
      for (int k = 1; k < m; k++) {
        if (probabilities.at(row * m + k) > probabilities.at(row * m + best[row])) {
          best[row] = k;
        }
      }
    }
    return best;
  }
}
