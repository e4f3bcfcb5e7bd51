package dev.backproof.mlp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class IdxDataTest {
  private static final byte[] IMAGES =
      bytes(
          0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5,
          255);

  private static final byte[] LABELS = bytes(0, 0, 8, 1, 0, 0, 0, 2, 2, 0);

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static NamedData read(byte[] images, byte[] labels) {
    return IdxData.read(
        "images", new ByteArrayInputStream(images), "labels", new ByteArrayInputStream(labels));
  }

  private static String fault(byte[] images, byte[] labels) {
    return String.valueOf(assertThrows(DataFault.class, () -> read(images, labels)).getMessage());
  }

  @Test
  void picturesBecomeRowsFromZeroToOne() {
    NamedData data = read(IMAGES, LABELS);
    assertEquals(Optional.of(new Pictures(2, 3)), data.pictures());
    assertEquals(List.of("p0_0", "p0_1", "p0_2", "p1_0", "p1_1", "p1_2"), data.inputs());
    assertEquals(DenseTensor.vector(0, 0.2, 0.4, 0.6, 0.8, 1), data.dataset().example(0));
    assertEquals(DenseTensor.vector(2, 0), data.dataset().labels());
    assertEquals(List.of("0", "1", "2"), data.classes());
  }

  @Test
  void whatIsPackedIsUnpacked() throws IOException {
    NamedData plain = read(IMAGES, LABELS);
    assertEquals(plain, read(packed(IMAGES), LABELS));
    assertEquals(plain, read(IMAGES, packed(LABELS)));
  }

  @Test
  void suchFilesAreRecognised() throws IOException {
    assertTrue(IdxData.isIdx(IMAGES));
    assertTrue(IdxData.isIdx(packed(IMAGES)));
    assertFalse(IdxData.isIdx("x,y,k\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertFalse(IdxData.isIdx(new byte[] {0, 0}));
  }

  @Test
  void aFileThatIsCutOffIsRefusedWithWhatIsThere() throws IOException {
    assertEquals(
        "images: 2×2×3 entries are announced, but only 5 are there; the file is cut off: get it"
            + " again",
        fault(Arrays.copyOf(IMAGES, 21), LABELS));
    assertEquals(
        "images: the file is cut off or damaged; get it again",
        fault(Arrays.copyOf(IMAGES, 6), LABELS));
    byte[] packed = packed(IMAGES);
    assertEquals(
        "images: the file is cut off or damaged; get it again",
        fault(Arrays.copyOf(packed, packed.length - 9), LABELS));
  }

  @Test
  void whatIsTooLongIsRefused() {
    assertEquals(
        "labels: there is more behind the 2 entries that are announced",
        fault(IMAGES, Arrays.copyOf(LABELS, 11)));
  }

  @Test
  void filesThatDoNotBelongTogetherAreRefused() {
    assertEquals(
        "labels: 1 labels, but 2 pictures in images; take the two files that belong together",
        fault(IMAGES, bytes(0, 0, 8, 1, 0, 0, 0, 1, 2)));
    assertEquals(
        "images: 2 entries are no pictures: number × rows × columns are expected; are the files the"
            + " other way round?",
        fault(LABELS, IMAGES));
    assertTrue(fault(IMAGES, IMAGES).startsWith("labels: 2×2×3 entries are no labels: "));
    assertTrue(fault(IMAGES, bytes(0, 0, 8, 1, 0, 0, 0, 2, 0, 0)).contains("every label is 0"));
    assertTrue(fault(IMAGES, bytes(0, 0, 8, 1, 0, 0, 0, 2, 7, 7)).contains("every label is 7"));
  }

  @Test
  void otherFilesAreRefused() {
    assertTrue(fault(bytes(1, 2, 3, 4), LABELS).startsWith("images: no IDX file: "));
    assertTrue(fault(bytes(), LABELS).startsWith("images: no IDX file: "));
    assertEquals(
        "images: an IDX file with entries of type 0x0d; only bytes, 0x08, can be read",
        fault(bytes(0, 0, 13, 3), LABELS));
    assertEquals(
        "images: more entries than an array can hold; split the file",
        fault(bytes(0, 0, 8, 2, 127, 255, 255, 255, 127, 255, 255, 255), LABELS));
    // 4,000,000,000: with a sign it would be negative.
    assertEquals(
        "images: more entries than an array can hold; split the file",
        fault(bytes(0, 0, 8, 3, 0xee, 0x6b, 0x28, 0), LABELS));
    assertEquals(
        "images: an axis of 0 entries; there is nothing in it",
        fault(bytes(0, 0, 8, 3, 0, 0, 0, 0), LABELS));
  }

  @Test
  void newPicturesHaveTheSizeOfTheOld() {
    assertEquals(
        read(IMAGES, LABELS).dataset().examples(),
        IdxData.readExamples("images", new ByteArrayInputStream(IMAGES), 6));
    assertEquals(
        "images: pictures of 2×3 pixels, but the model has 64 inputs; take pictures of the size it"
            + " was trained on",
        assertThrows(
                DataFault.class,
                () -> IdxData.readExamples("images", new ByteArrayInputStream(IMAGES), 64))
            .getMessage());
  }
}
