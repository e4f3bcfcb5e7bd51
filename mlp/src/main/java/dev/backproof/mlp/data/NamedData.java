package dev.backproof.mlp.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Examples with the names that people know their inputs and classes by.
 *
 * @param name what the data set is called: {@code moons}, or the name of a file
 * @param dataset the examples
 * @param inputs the name of each input, d of them
 * @param classes the name of each class, m of them
 * @param labelColumn the name of the column the labels were in, if there was one with a name
 * @param pictures whether each example is a picture, and of what size
 */
public record NamedData(
    String name,
    Dataset dataset,
    List<String> inputs,
    List<String> classes,
    Optional<String> labelColumn,
    Optional<Pictures> pictures) {
  /**
   * Checks that every input and every class has a name.
   *
   * @throws IllegalArgumentException if not, or the pictures have another number of pixels
   */
  public NamedData {
    inputs = List.copyOf(inputs);
    classes = List.copyOf(classes);
    if (inputs.size() != dataset.inputs() || classes.size() != dataset.classes()) {
      throw new IllegalArgumentException(
          name
              + ": "
              + inputs.size()
              + " names for "
              + dataset.inputs()
              + " inputs, "
              + classes.size()
              + " for "
              + dataset.classes()
              + " classes");
    }
    if (pictures.isPresent() && pictures.get().pixels() != dataset.inputs()) {
      throw new IllegalArgumentException(
          name + ": " + dataset.inputs() + " inputs are no " + pictures.get());
    }
  }

  /** Points of the plane, with the inputs x and y; classes are called by their numbers. */
  public static NamedData points(String name, Dataset dataset) {
    return new NamedData(
        name,
        dataset,
        List.of("x", "y"),
        numbers(dataset.classes()),
        Optional.empty(),
        Optional.empty());
  }

  /** Pictures, whose inputs are called by row and column; classes are called by their numbers. */
  public static NamedData pictures(String name, Dataset dataset, Pictures pictures) {
    return new NamedData(
        name,
        dataset,
        IntStream.range(0, pictures.pixels())
            .mapToObj(i -> "p" + i / pictures.columns() + "_" + i % pictures.columns())
            .toList(),
        numbers(dataset.classes()),
        Optional.empty(),
        Optional.of(pictures));
  }

  private static List<String> numbers(int classes) {
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }

  /** The first examples only; all if there are not as many. */
  public NamedData first(int n) {
    return n >= dataset.size()
        ? this
        : new NamedData(name, dataset.range(0, n), inputs, classes, labelColumn, pictures);
  }
}
