package dev.backproof.verify.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleTest {
  @Test
  void allProgramsOfTheTourAreThereAndTwoMore() {
    List<String> names = Example.all().stream().map(Example::name).toList();
    assertEquals(Tour.values().length + 2, names.size());
    assertEquals(names.size(), new HashSet<>(names).size());
    assertEquals("one-variable", names.get(0));
    assertEquals(List.of("notes-minibatch", "deep"), names.subList(names.size() - 2, names.size()));
  }

  /** Their lines have the caption as a text of their own, because they have to work in jshell. */
  @Test
  void programsThatPrintTheirGraphPrintItUnderTheTitleOfTheExample() {
    for (Example example : Example.all()) {
      for (Tour tour : List.of(Tour.ONE_VARIABLE, Tour.ONE_VECTOR, Tour.NOTES)) {
        if (tour.toString().equals(example.name())) {
          assertEquals(tour.text(), example.text());
        }
      }
    }
  }
}
