package dev.backproof.mlp.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.RandomTensors;
import dev.backproof.mlp.DeepNetwork;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.Initialization;
import dev.backproof.mlp.data.DataFault;
import dev.backproof.mlp.data.Pictures;
import dev.backproof.mlp.data.Standardizer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelFormatTest {
  private static final DeepParameters<DenseTensor> SMALL =
      DeepParameters.of(
          List.of(
              DenseTensor.matrix(new double[] {0.1, -2}, new double[] {3, 1e-300}),
              DenseTensor.vector(0.5, 0)));

  private static final Model MODEL =
      new Model(
          new DeepNetwork(Elementary.TANH),
          SMALL,
          List.of("a \"b\"", "<c>"),
          List.of("no", "yes"),
          Optional.of("kind"),
          Optional.of(new Standardizer(DenseTensor.vector(1, 2), DenseTensor.vector(3, 4))),
          Optional.empty());

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String fault(byte[] bytes) {
    return String.valueOf(
        assertThrows(DataFault.class, () -> ModelFormat.read("m", bytes)).getMessage());
  }

  @Test
  void theJsonCanBeRead() {
    assertEquals(
        """
        {
          "schema": 1,
          "activation": "tanh",
          "inputs": ["a \\"b\\"","<c>"],
          "classes": ["no","yes"],
          "labelColumn": "kind",
          "mean": [1.0,2.0],
          "scale": [3.0,4.0],
          "layers": [
            {"W": [
              [0.1,-2.0],
              [3.0,1.0E-300]
            ], "b": [0.5,0.0]}
          ]
        }
        """,
        ModelFormat.json(MODEL));
  }

  @Test
  void bothFormatsGiveTheModelBackToTheLastBit() {
    assertEquals(MODEL, ModelFormat.read("m", bytes(ModelFormat.json(MODEL))));
    assertEquals(MODEL, ModelFormat.read("m", ModelFormat.npz(MODEL)));
    Model deep =
        new Model(
            new DeepNetwork(Elementary.RECT),
            Initialization.uniform(List.of(4, 7, 5, 3), RandomTensors.seeded(1)),
            List.of("0", "1", "2", "3"),
            List.of("a", "b", "c"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Pictures(2, 2)));
    assertEquals(deep, ModelFormat.read("m", bytes(ModelFormat.json(deep))));
    assertEquals(deep, ModelFormat.read("m", ModelFormat.npz(deep)));
    assertEquals(List.of(4, 7, 5, 3), deep.widths());
    assertEquals(35 + 40 + 18, deep.size());
  }

  @Test
  void theSameModelIsTheSameFile() {
    assertArrayEquals(ModelFormat.npz(MODEL), ModelFormat.npz(MODEL));
  }

  @Test
  void probabilitiesAreOfStandardisedInputs() {
    // (1, 2) is the mean: the logits are the biases.
    DenseTensor p = MODEL.probabilities(DenseTensor.matrix(new double[] {1, 2}));
    assertEquals(1 / (1 + Math.exp(-0.5)), p.at(0), 1e-15);
    assertArrayEquals(new int[] {0}, Model.best(p));
    assertArrayEquals(
        new int[] {0, 1}, Model.best(DenseTensor.matrix(new double[] {1, 1}, new double[] {0, 1})));
  }

  @Test
  void whatIsNoModelIsRefusedInOneLine() {
    assertEquals(
        "m: no model that can be used: the whole is \"hello\", where an object, {…}, is expected",
        fault(bytes("hello")));
    assertEquals(
        "m: no model that can be used: the whole is null, where an object, {…}, is expected",
        fault(bytes("")));
    assertEquals(
        "m: no model: it cannot be read as JSON, from line 1 column 14",
        fault(bytes("{\"schema\": 1,")));
    assertEquals(
        "m: no model: it cannot be read as JSON, from line 1 column 5", fault(bytes("0.5,1.2")));
    assertEquals("m: no model that can be used: \"layers\" is missing", fault(bytes("{}")));
    String json = ModelFormat.json(MODEL);
    assertEquals(
        "m: a model of schema 2; this version reads schema 1",
        fault(bytes(json.replace("\"schema\": 1", "\"schema\": 2"))));
    assertEquals(
        "m: no model that can be used: no function is called 'gelu'",
        fault(bytes(json.replace("\"tanh\"", "\"gelu\""))));
    assertEquals(
        "m: no model that can be used: b1 has shape [1] beside W1 [2×2]",
        fault(bytes(json.replace("[0.5,0.0]", "[0.5]"))));
    assertEquals(
        "m: no model that can be used: the last layer has 2 units for 1 classes",
        fault(bytes(json.replace("[\"no\",\"yes\"]", "[\"no\"]"))));
    assertEquals(
        "m: no model that can be used: matrix: row 0 has 2 entries, row 1 has 1",
        fault(bytes(json.replace("[3.0,1.0E-300]", "[3.0]"))));
  }

  @Test
  void whatIsWrongInAModelIsSaidWithItsPlace() {
    String json = ModelFormat.json(MODEL);
    String no = "m: no model that can be used: ";
    for (String entry : List.of("NaN", "1e999", "-Infinity", "null", "\"0.1\"")) {
      String said = fault(bytes(json.replace("[0.1,", "[" + entry + ",")));
      assertTrue(said.startsWith(no + "\"layers[0].W[0][0]\" is "), said);
      assertTrue(said.endsWith(", where a finite number is expected"), said);
    }
    assertEquals(
        no + "\"scale[1]\" is \"NaN\", where a finite number is expected",
        fault(bytes(json.replace("4.0]", "NaN]"))));
    assertEquals(
        no + "\"layers[0].b\" is null, where an array, […], is expected",
        fault(bytes(json.replace("[0.5,0.0]", "null"))));
    assertEquals(no + "\"layers[0].b\" is missing", fault(bytes(json.replace("\"b\":", "\"c\":"))));
    assertEquals(
        no + "\"schema\" is 1.5, where a whole number is expected",
        fault(bytes(json.replace("\"schema\": 1", "\"schema\": 1.5"))));
    assertEquals(
        no + "\"classes[0]\" is 3, where a text in quotes is expected",
        fault(bytes(json.replace("[\"no\",", "[3,"))));
    assertEquals(
        no + "\"pictures\" has 1 entries, where rows and columns are expected",
        fault(bytes(json.replace("\"layers\"", "\"pictures\": [2], \"layers\""))));
  }

  @Test
  void anArchiveWithNumbersThatAreNoneIsRefused() {
    Model broken =
        new Model(
            MODEL.network(),
            SMALL.map(part -> part.div(DenseTensor.scalar(0))),
            MODEL.inputs(),
            MODEL.classes(),
            MODEL.labelColumn(),
            MODEL.standardizer(),
            MODEL.pictures());
    assertEquals(
        "m: no model that can be used: W1 has the entry Infinity, where a finite number is"
            + " expected",
        fault(ModelFormat.npz(broken)));
  }

  @Test
  void anArchiveThatIsDamagedIsRefusedInOneLine() {
    byte[] npz = ModelFormat.npz(MODEL);
    for (int length : new int[] {2, 10, 100, npz.length / 2}) {
      assertTrue(fault(Arrays.copyOf(npz, length)).startsWith("m: "));
    }
    assertEquals(
        "m: there is no about.json in it; a file written by this program is expected",
        fault(Arrays.copyOfRange(npz, indexOfSecondEntry(npz), npz.length)));
  }

  /** An archive of which the first file is missing is still one. */
  private static int indexOfSecondEntry(byte[] zip) {
    for (int i = 4; i < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4) {
        return i;
      }
    }
    throw new AssertionError("one file only");
  }

  @Test
  void aModelWhosePartsDoNotFitIsRefused() {
    assertEquals(
        "W1 has shape [2×2], but 3 units are below it",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new Model(
                        MODEL.network(),
                        SMALL,
                        List.of("a", "b", "c"),
                        MODEL.classes(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
            .getMessage());
  }
}
