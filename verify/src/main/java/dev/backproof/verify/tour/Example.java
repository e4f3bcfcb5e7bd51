package dev.backproof.verify.tour;

import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.GraphTable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A graph that can be looked at by its name: of a program of the tour, or one of two larger ones.
 *
 * @param name what is typed for it
 * @param title what its picture and its page are called
 * @param source computes the graph
 */
public record Example(String name, String title, Supplier<ComputationGraph> source) {
  private static final List<Example> ALL =
      Stream.concat(
              Arrays.stream(Tour.values())
                  .map(tour -> new Example(tour.toString(), tour.caption(), tour::graph)),
              Stream.of(
                  new Example("notes-minibatch", NotesMinibatch.TITLE, NotesMinibatch::graph),
                  new Example("deep", DeepNetwork.TITLE, DeepNetwork::graph)))
          .toList();

  /** All of them: the tour in its order, then the others. */
  public static List<Example> all() {
    return ALL;
  }

  /** The graph, computed anew. */
  public ComputationGraph graph() {
    return source.get();
  }

  /** The title, and the tables of the graph. */
  public String text() {
    return title + "\n\n" + GraphTable.of(graph());
  }

  /** What is typed for it. */
  @Override
  public String toString() {
    return name;
  }
}
