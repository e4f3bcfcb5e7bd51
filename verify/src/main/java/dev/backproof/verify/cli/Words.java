package dev.backproof.verify.cli;

import dev.backproof.core.Elementary;
import dev.backproof.mlp.train.TrainingSettings;
import dev.backproof.verify.bench.Sizes;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads arguments, and says what would have been right. */
final class Words {
  private Words() {}

  /** A whole number. */
  static long number(String word) {
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + word + "' is not a whole number of 64 bits");
    }
  }

  /** How many: a whole number above 0. */
  static int count(String word) {
    try {
      int count = Integer.parseInt(word);
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new TypeConversionException("'" + word + "' is not a whole number above 0");
  }

  /** A finite number. */
  static double real(String word) {
    try {
      double number = Double.parseDouble(word);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new TypeConversionException("'" + word + "' is not a finite number");
  }

  /** The extents of a training step. */
  static Sizes sizes(String word) {
    try {
      return Sizes.parse(word);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  /** A function between two layers. */
  static Elementary activation(String word) {
    return TrainingSettings.ACTIVATIONS.stream()
        .filter(function -> function.toString().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + word
                        + "' is none of "
                        + TrainingSettings.ACTIVATIONS.stream()
                            .map(Elementary::toString)
                            .collect(Collectors.joining(", "))));
  }

  /** One of the values, by the word it is typed with. */
  static <E extends Enum<E>> ITypeConverter<E> choice(Class<E> values) {
    return word ->
        Arrays.stream(values.getEnumConstants())
            .filter(value -> value.toString().equals(word))
            .findFirst()
            .orElseThrow(() -> new TypeConversionException(unknown(word, values)));
  }

  private static <E extends Enum<E>> String unknown(String word, Class<E> values) {
    return "'"
        + word
        + "' is none of "
        + Arrays.stream(values.getEnumConstants())
            .map(Object::toString)
            .collect(Collectors.joining(", "));
  }
}
