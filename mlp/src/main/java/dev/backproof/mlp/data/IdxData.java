package dev.backproof.mlp.data;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Pictures and labels in the format of MNIST: IDX files of bytes, plain or compressed by gzip.
 *
 * <p>Such a file begins with two zeros, a code for the type of its entries (8 for bytes) and the
 * number of axes; then the extent of each axis as a whole number of 32 bits, and the entries. Y.
 * LeCun, C. Cortes and C. Burges, "The MNIST database of handwritten digits" (1998). Pixels 0 … 255
 * become 0 … 1.
 */
public final class IdxData {
  private static final int BYTES = 0x08;
  private static final int GZIP = 0x1f8b;
  private static final double BRIGHTEST = 255;

  private IdxData() {}

  /** A file as it stands. */
  private static final class Entries {
    final int[] extents;
    final byte[] bytes;

    Entries(int[] extents, byte[] bytes) {
      this.extents = extents;
      this.bytes = bytes;
    }

    String shape() {
      return Arrays.stream(extents).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }
  }

  /**
   * Whether a file begins as IDX does, plain or behind the first two bytes of gzip.
   *
   * @param first its first bytes
   */
  public static boolean isIdx(byte[] first) {
    return first.length >= 4
        && ((first[0] == 0 && first[1] == 0 && first[3] >= 1 && first[3] <= 4) || isGzip(first));
  }

  private static boolean isGzip(byte[] first) {
    return ((first[0] & 0xff) << 8 | (first[1] & 0xff)) == GZIP;
  }

  /**
   * Pictures and their labels.
   *
   * @param imagesFile what the file of pictures is called in messages
   * @param labelsFile what the file of labels is called
   * @throws DataFault if something is wrong with one, or they do not fit
   * @throws UncheckedIOException if one cannot be read
   */
  public static NamedData read(
      String imagesFile, InputStream images, String labelsFile, InputStream labels) {
    Entries pixels = pictures(imagesFile, images);
    Entries named = entries(labelsFile, labels);
    if (named.extents.length != 1) {
      throw new DataFault(
          labelsFile,
          named.shape()
              + " entries are no labels: one for each picture is expected; are the files the other"
              + " way round?");
    }
    if (named.extents[0] != pixels.extents[0]) {
      throw new DataFault(
          labelsFile,
          named.extents[0]
              + " labels, but "
              + pixels.extents[0]
              + " pictures in "
              + imagesFile
              + "; take the two files that belong together");
    }
    double[] y = new double[named.bytes.length];
    int classes = 0;
    for (int i = 0; i < y.length; i++) {
      y[i] = named.bytes[i] & 0xff;
      classes = Math.max(classes, (int) y[i] + 1);
    }
    if (Arrays.stream(y).allMatch(label -> label == y[0])) {
      throw new DataFault(
          labelsFile, "every label is " + (int) y[0] + "; there is nothing to tell apart");
    }
    Dataset dataset = new Dataset(examples(pixels), DenseTensor.vector(y), classes);
    return NamedData.pictures(imagesFile, dataset, size(pixels));
  }

  /**
   * Pictures alone, [n×pixels].
   *
   * @param inputs how many pixels each has to have
   * @throws DataFault if something is wrong with it
   * @throws UncheckedIOException if it cannot be read
   */
  public static DenseTensor readExamples(String file, InputStream images, int inputs) {
    Entries pixels = pictures(file, images);
    if (size(pixels).pixels() != inputs) {
      throw new DataFault(
          file,
          "pictures of "
              + pixels.extents[1]
              + "×"
              + pixels.extents[2]
              + " pixels, but the model has "
              + inputs
              + " inputs; take pictures of the size it was trained on");
    }
    return examples(pixels);
  }

  private static Pictures size(Entries pixels) {
    return new Pictures(pixels.extents[1], pixels.extents[2]);
  }

  private static DenseTensor examples(Entries pixels) {
    double[] x = new double[pixels.bytes.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (pixels.bytes[i] & 0xff) / BRIGHTEST;
    }
    return DenseTensor.of(Shape.of(pixels.extents[0], size(pixels).pixels()), x);
  }

  private static Entries pictures(String file, InputStream in) {
    Entries pixels = entries(file, in);
    if (pixels.extents.length != 3) {
      throw new DataFault(
          file,
          pixels.shape()
              + " entries are no pictures: number × rows × columns are expected; are the files the"
              + " other way round?");
    }
    return pixels;
  }

  private static Entries entries(String file, InputStream raw) {
    try (InputStream in = unpacked(raw)) {
      byte[] head = in.readNBytes(4);
      if (head.length < 4 || head[0] != 0 || head[1] != 0 || head[3] < 1 || head[3] > 4) {
        throw new DataFault(
            file, "no IDX file: it does not begin with two zeros, a type and a number of axes");
      }
      if (head[2] != BYTES) {
        throw new DataFault(
            file,
            String.format(
                "an IDX file with entries of type 0x%02x; only bytes, 0x08, can be read", head[2]));
      }
      int[] extents = new int[head[3]];
      long count = 1;
      for (int i = 0; i < extents.length; i++) {
        long extent = number(in.readNBytes(4));
        if (extent == 0) {
          throw new DataFault(file, "an axis of 0 entries; there is nothing in it");
        }
        count *= extent;
        if (count > Integer.MAX_VALUE - 8) {
          throw new DataFault(file, "more entries than an array can hold; split the file");
        }
        extents[i] = (int) extent;
      }
      byte[] bytes = in.readNBytes((int) count);
      Entries read = new Entries(extents, bytes);
      if (bytes.length < count) {
        throw new DataFault(
            file,
            read.shape()
                + " entries are announced, but only "
                + bytes.length
                + " are there; the file is cut off: get it again");
      }
      if (in.read() >= 0) {
        throw new DataFault(
            file, "there is more behind the " + read.shape() + " entries that are announced");
      }
      return read;
    } catch (EOFException | ZipException e) {
      throw new DataFault(file, "the file is cut off or damaged; get it again");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw);
    in.mark(2);
    byte[] first = in.readNBytes(2);
    in.reset();
    return first.length == 2 && isGzip(first) ? new GZIPInputStream(in) : in;
  }

  /** Four bytes as a number without a sign. */
  private static long number(byte[] four) throws EOFException {
    if (four.length < 4) {
      throw new EOFException();
    }
    return Integer.toUnsignedLong(ByteBuffer.wrap(four).getInt());
  }
}
