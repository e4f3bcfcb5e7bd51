package dev.backproof.mlp.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NpyFormatTest {
  static Stream<DenseTensor> arrays() {
    return Stream.of(
        DenseTensor.scalar(Math.PI),
        DenseTensor.vector(1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE),
        DenseTensor.matrix(new double[] {1, 2, 3}, new double[] {4, 5, 6}),
        DenseTensor.full(Shape.of(2, 3, 4), 0.1),
        DenseTensor.of(Shape.of(0, 4)));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void whatIsWrittenIsReadToTheLastBit(DenseTensor x) {
    assertEquals(x, NpyFormat.read(NpyFormat.write(x)));
  }

  /** What numpy.save writes of numpy.array([[1., 2., 3.], [4., 5., 6.]]), version 1.0. */
  @Test
  void theBytesAreThoseOfNumPy() {
    byte[] bytes =
        NpyFormat.write(DenseTensor.matrix(new double[] {1, 2, 3}, new double[] {4, 5, 6}));
    ByteBuffer expected = ByteBuffer.allocate(128 + 48).order(ByteOrder.LITTLE_ENDIAN);
    expected.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }";
    expected.put(
        (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
    for (int i = 1; i <= 6; i++) {
      expected.putDouble(i);
    }
    assertArrayEquals(expected.array(), bytes);
  }

  @Test
  void aVectorHasACommaInItsShape() {
    String text = new String(NpyFormat.write(DenseTensor.vector(1)), StandardCharsets.ISO_8859_1);
    assertEquals(true, text.contains("'shape': (1,), }"));
  }

  private static byte[] file(int version, String header, double... entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    ByteBuffer length = ByteBuffer.allocate(version == 1 ? 2 : 4).order(ByteOrder.LITTLE_ENDIAN);
    if (version == 1) {
      length.putShort((short) header.length());
    } else {
      length.putInt(header.length());
    }
    out.writeBytes(length.array());
    out.writeBytes(header.getBytes(StandardCharsets.UTF_8));
    ByteOrder order = header.contains("'>f8'") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer body = ByteBuffer.allocate(8 * entries.length).order(order);
    Arrays.stream(entries).forEach(body::putDouble);
    out.writeBytes(body.array());
    return out.toByteArray();
  }

  @Test
  void otherOrdersAndVersionsAreRead() {
    DenseTensor x = DenseTensor.matrix(new double[] {1, 2, 3}, new double[] {4, 5, 6});
    assertEquals(
        x,
        NpyFormat.read(
            file(
                2,
                "{'descr': '>f8', 'fortran_order': False, 'shape': (2, 3), }\n",
                1,
                2,
                3,
                4,
                5,
                6)));
    assertEquals(
        x,
        NpyFormat.read(
            file(
                3,
                "{'descr': '<f8', 'fortran_order': True, 'shape': (2, 3), }\n",
                1,
                4,
                2,
                5,
                3,
                6)));
  }

  @Test
  void otherFilesAreRefused() {
    assertEquals("no array in the format NPY", refusal(new byte[] {1, 2, 3}));
    assertEquals(
        "an array of type '<f4'; float64, '<f8', is expected",
        refusal(file(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }\n", 1)));
    assertEquals(
        "3 entries are announced, but 16 bytes are there",
        refusal(file(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }\n", 1, 2)));
    assertEquals("the header of the array says no shape", refusal(file(1, "{'descr': '<f8', }")));
    byte[] cut = Arrays.copyOf(NpyFormat.write(DenseTensor.scalar(1)), 20);
    assertEquals("the header of the array is cut off", refusal(cut));
  }

  private static String refusal(byte[] bytes) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> NpyFormat.read(bytes)).getMessage());
  }
}
