package dev.backproof.verify.cli;

import dev.backproof.verify.tour.Example;
import java.util.Iterator;
import picocli.CommandLine.TypeConversionException;

/** What may be typed for the NAME of a graph, for help texts and completion. */
final class ExampleNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Example.all().stream().map(Example::name).iterator();
  }

  /** The graph of a name. */
  static Example parse(String word) {
    return Example.all().stream()
        .filter(example -> example.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + word + "' is none of " + String.join(", ", new ExampleNames())));
  }
}
