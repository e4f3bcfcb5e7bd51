package dev.backproof.mlp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDataTest {
  private static NamedData read(String text) {
    return CsvData.read("f.csv", new StringReader(text), Optional.empty());
  }

  private static NamedData read(String text, String labelColumn) {
    return CsvData.read("f.csv", new StringReader(text), Optional.of(labelColumn));
  }

  private static CsvData.Unlabelled examples(String text) {
    return CsvData.readExamples(
        "f.csv",
        new StringReader(text),
        List.of("x", "y"),
        List.of("no", "yes"),
        Optional.of("kind"));
  }

  private static String fault(String text) {
    return String.valueOf(assertThrows(DataFault.class, () -> read(text)).getMessage());
  }

  @Test
  void namesWithoutExamplesAreRefused() {
    assertEquals(
        "f.csv: there are names of columns and nothing below them; add a line for each example",
        fault("a,b,c\n"));
  }

  @Test
  void namesNumbersAndLabelsAreRead() {
    NamedData data = read("x, y ,kind\n1,-2.5e1,yes\n.5,+4,no\n\n3,4.,yes\n");
    assertEquals(List.of("x", "y"), data.inputs());
    assertEquals(List.of("no", "yes"), data.classes());
    assertEquals(Optional.of("kind"), data.labelColumn());
    assertEquals(
        DenseTensor.matrix(new double[] {1, -25}, new double[] {0.5, 4}, new double[] {3, 4}),
        data.dataset().examples());
    assertEquals(DenseTensor.vector(1, 0, 1), data.dataset().labels());
  }

  @Test
  void withoutNamesColumnsAreNumbered() {
    NamedData data = read("1,2,a\n3,4,b\n");
    assertEquals(List.of("column 1", "column 2"), data.inputs());
    assertEquals(Optional.empty(), data.labelColumn());
    assertEquals(2, data.dataset().size());
  }

  @Test
  void wholeNumbersAsLabelsAreOrderedAsNumbers() {
    assertEquals(List.of("2", "10", "11"), read("1,10\n2,2\n3,11\n4,2\n").classes());
  }

  @ParameterizedTest
  @CsvSource({"kind", "1"})
  void theLabelColumnIsFoundByNameOrNumber(String column) {
    NamedData data = read("kind,x\na,1\nb,2\n", column);
    assertEquals(List.of("x"), data.inputs());
    assertEquals(List.of("a", "b"), data.classes());
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", ","})
  void theSeparatorIsSeen(String separator) {
    NamedData data = read("x,y,k\n1,2,a\n3,4,b\n".replace(",", separator));
    assertEquals(List.of("x", "y"), data.inputs());
  }

  @Test
  void fieldsMayBeQuotedAndTheMarkOfTheOrderOfBytesIsSkipped() {
    NamedData data = read("\ufeff\"a, b\",kind\r\n\"1\",\"x \"\"y\"\"\"\r\n2,z\r\n");
    assertEquals(List.of("a, b"), data.inputs());
    assertEquals(List.of("x \"y\"", "z"), data.classes());
  }

  @Test
  void aNameLikeMarkupIsJustAName() {
    assertEquals(List.of("<b>"), read("<b>,k\n1,a\n2,b\n").inputs());
  }

  @Test
  void whatIsMissingIsNamedByLineAndColumn() {
    assertEquals(
        "f.csv:3:2: no value for 'y'; fill it in, or take the line out",
        fault("x,y,k\n1,2,a\n3,,b\n"));
    assertEquals(
        "f.csv:2:1: no value for 'x', only 'NA'; fill it in, or take the line out",
        fault("x,y,k\nNA,2,a\n3,4,b\n"));
    assertEquals(
        "f.csv:4:3: no label in 'k'; fill it in, or take the line out",
        fault("x,y,k\n1,2,a\n3,4,b\n5,6,\n"));
  }

  @Test
  void whatIsNoNumberIsNamedByLineAndColumn() {
    assertEquals(
        "f.csv:3:2: 'abc' for 'y' is no finite number; correct it, or take the line or the column"
            + " out",
        fault("x,y,k\n1,2,a\n3,abc,b\n"));
    assertEquals(
        "f.csv:3:2: '4,5' for 'y' is no finite number; write it with a point: 4.5",
        fault("x;y;k\n1;2;a\n3;4,5;b\n"));
    for (String field : List.of("1e999", "Infinity", "0x1p3", "1d", "1_000")) {
      assertTrue(fault("x,k\n1,a\n" + field + ",b\n").contains("is no finite number"), field);
    }
  }

  @Test
  void rowsOfOtherLengthAreRefused() {
    assertEquals(
        "f.csv:3: 2 fields, but line 1 has 3; every line has one for each of x, y, k",
        fault("x,y,k\n1,2,a\n3,b\n"));
    assertEquals(
        "f.csv:5: 4 fields, but line 1 has 3; every line has one for each of x, y, k",
        fault("x,y,k\n1,2,a\n\n\n3,4,b,c\n"));
  }

  @Test
  void columnsOfOneNameAreRefused() {
    assertEquals(
        "f.csv:1: two columns are called 'x'; give each a name of its own",
        fault("x,x,k\n1,2,a\n3,4,b\n"));
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertTrue(fault("").startsWith("f.csv: there is nothing in it; "), fault(""));
    assertTrue(fault("1\n2\n").startsWith("f.csv: there is one column; "));
    assertTrue(fault("x,k\n1,\"a\n2,b\n").contains("quote"), fault("x,k\n1,\"a\n2,b\n"));
  }

  @Test
  void labelsThatTellNothingApartAreRefused() {
    assertEquals(
        "f.csv: column 'k' has the one label 'a'; there is nothing to tell apart: is it the column"
            + " with the labels?",
        fault("x,k\n1,a\n2,a\n"));
    StringBuilder prices = new StringBuilder("x,price\n");
    for (int i = 0; i < 12; i++) {
      prices.append(i).append(',').append(i * 1.5).append('\n');
    }
    assertEquals(
        "f.csv: column 'price' has 12 different labels in 12 lines; a few classes are expected: is"
            + " it the column with the labels?",
        fault(prices.toString()));
  }

  @Test
  void anUnknownLabelColumnIsNamedWithThoseThereAre() {
    assertEquals(
        "f.csv: no column 'z'; there are x, k, or their numbers from 1",
        assertThrows(DataFault.class, () -> read("x,k\n1,a\n2,b\n", "z")).getMessage());
    assertThrows(DataFault.class, () -> read("x,k\n1,a\n2,b\n", "3"));
  }

  @Test
  void whatIsNoTextIsRefused() {
    byte[] bytes = {'x', ',', 'k', '\n', '1', ',', (byte) 0xe9, '\n'};
    InputStreamReader text =
        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder());
    assertEquals(
        "f.csv: not a text in UTF-8; save it as UTF-8",
        assertThrows(DataFault.class, () -> CsvData.read("f.csv", text, Optional.empty()))
            .getMessage());
  }

  @Test
  void newExamplesAreFoundByTheNamesOfTheirColumns() {
    CsvData.Unlabelled found = examples("kind,y,other,x\nyes,2,?,1\nno,4,?,3\n");
    assertEquals(DenseTensor.matrix(new double[] {1, 2}, new double[] {3, 4}), found.examples());
    assertEquals(Optional.of(DenseTensor.vector(1, 0)), found.labels());
    assertEquals(Optional.empty(), examples("y,x\n2,1\n").labels());
  }

  @Test
  void newExamplesWithoutNamesAreTakenInOrder() {
    assertEquals(DenseTensor.matrix(new double[] {1, 2}), examples("1,2\n").examples());
    assertEquals(Optional.of(DenseTensor.vector(0)), examples("1,2,no\n").labels());
  }

  @Test
  void newExamplesThatDoNotFitTheModelAreRefused() {
    assertEquals(
        "f.csv: no column 'y', which the model was trained on; there are x, z",
        assertThrows(DataFault.class, () -> examples("x,z\n1,2\n")).getMessage());
    assertEquals(
        "f.csv:1: 1 field, but the model has 2 inputs: x, y; a label may stand behind them",
        assertThrows(DataFault.class, () -> examples("1\n2\n")).getMessage());
    assertEquals(
        "f.csv:3:3: the label 'maybe' is none of the model's classes no, yes; correct it, or take"
            + " the column out",
        assertThrows(DataFault.class, () -> examples("x,y,kind\n1,2,yes\n1,2,maybe\n"))
            .getMessage());
  }
}
