package dev.backproof.verify.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/**
 * The hidden layers of a network, as they are typed.
 *
 * @param widths the units of each; none for a network without
 */
record HiddenLayers(List<Integer> widths) {
  private static final String NONE = "none";

  /** Copies the list. */
  HiddenLayers {
    widths = List.copyOf(widths);
  }

  static HiddenLayers parse(String word) {
    if (word.equals(NONE)) {
      return new HiddenLayers(List.of());
    }
    List<Integer> widths = new ArrayList<>();
    for (String width : word.split(",", -1)) {
      if (!width.strip().matches("[1-9]\\d{0,5}")) {
        throw new TypeConversionException(
            "'" + word + "' is not the units of each hidden layer, as 16 or 32,16; or none");
      }
      widths.add(Integer.parseInt(width.strip()));
    }
    return new HiddenLayers(widths);
  }

  @Override
  public String toString() {
    return widths.isEmpty()
        ? NONE
        : String.join(",", widths.stream().map(String::valueOf).toList());
  }
}
