package dev.backproof.mlp.model;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One array as NumPy keeps it in a file: the format NPY, version 1.0, of float64.
 *
 * <p>A magic string, a version, the length of the header, the header (a Python dictionary in ASCII
 * with type, order and shape, filled up with blanks to a multiple of 64 bytes), the entries. NumPy
 * Enhancement Proposal 1, "A Simple File Format for NumPy Arrays". Versions 2 and 3 and both orders
 * of bytes and axes are read as well.
 */
final class NpyFormat {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final Pattern TYPE = Pattern.compile("'descr': '([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order': (True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape': \\(([0-9, ]*)\\)");

  private NpyFormat() {}

  static byte[] write(DenseTensor x) {
    int[] extents = x.shape().sizes().stream().mapToInt(Size::number).toArray();
    String shape =
        Arrays.stream(extents).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    String header =
        "{'descr': '<f8', 'fortran_order': False, 'shape': ("
            + shape
            + (extents.length == 1 ? "," : "")
            + "), }";
    int before = MAGIC.length + 4;
    int length = header.length() + 1;
    int padding = (ALIGNMENT - (before + length) % ALIGNMENT) % ALIGNMENT;
    String padded = header + " ".repeat(padding) + "\n";
    ByteBuffer out =
        ByteBuffer.allocate(before + padded.length() + 8 * x.count())
            .order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) padded.length());
    out.put(padded.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < x.count(); i++) {
      out.putDouble(x.at(i));
    }
    return out.array();
  }

  /**
   * Reads an array.
   *
   * @throws IllegalArgumentException if it is none, or not of float64
   */
  static DenseTensor read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < MAGIC.length + 4
        || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IllegalArgumentException("no array in the format NPY");
    }
    in.position(MAGIC.length);
    int version = in.get();
    in.get();
    int length = version == 1 ? Short.toUnsignedInt(in.getShort()) : in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("the header of the array is cut off");
    }
    String header = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    String type = found(TYPE, header, "type");
    if (!type.equals("<f8") && !type.equals(">f8")) {
      throw new IllegalArgumentException(
          "an array of type '" + type + "'; float64, '<f8', is expected");
    }
    in.order(type.startsWith("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int[] extents =
        Arrays.stream(found(SHAPE, header, "shape").split(","))
            .map(String::strip)
            .filter(extent -> !extent.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    long count = Arrays.stream(extents).asLongStream().reduce(1, (a, b) -> a * b);
    if (count != in.remaining() / 8 || in.remaining() % 8 != 0) {
      throw new IllegalArgumentException(
          count + " entries are announced, but " + in.remaining() + " bytes are there");
    }
    double[] entries = new double[(int) count];
    in.asDoubleBuffer().get(entries);
    boolean columnsFirst = found(ORDER, header, "order").equals("True") && extents.length > 1;
    return columnsFirst
        ? DenseTensor.of(Shape.of(reversed(extents)), entries).permute(reversed(axes(extents)))
        : DenseTensor.of(Shape.of(extents), entries);
  }

  private static String found(Pattern pattern, String header, String what) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new IllegalArgumentException("the header of the array says no " + what);
    }
    return matcher.group(1);
  }

  private static int[] axes(int[] extents) {
    int[] axes = new int[extents.length];
    Arrays.setAll(axes, i -> i);
    return axes;
  }

  private static int[] reversed(int[] numbers) {
    int[] reversed = new int[numbers.length];
    Arrays.setAll(reversed, i -> numbers[numbers.length - 1 - i]);
    return reversed;
  }
}
