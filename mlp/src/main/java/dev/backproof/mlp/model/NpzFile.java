package dev.backproof.mlp.model;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.data.DataFault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Named arrays in one file, as {@code numpy.savez} writes them and {@code numpy.load} opens them: a
 * ZIP archive of arrays in the format NPY, and one text beside them, which NumPy gives as bytes.
 *
 * <p>The same content gives the same bytes.
 *
 * @param text what is not an array, as JSON
 * @param arrays by name
 */
public record NpzFile(String text, Map<String, DenseTensor> arrays) {
  private static final String TEXT = "about.json";
  private static final String ARRAY = ".npy";

  /** The first moment a ZIP archive can name: no file says when it was written. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** Copies the map; its order is kept. */
  public NpzFile {
    arrays = new LinkedHashMap<>(arrays);
  }

  /** The file. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, TEXT, text.getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, DenseTensor> array : arrays.entrySet()) {
        put(zip, array.getKey() + ARRAY, NpyFormat.write(array.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(EPOCH);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Whether a file begins as one of these does. */
  public static boolean isNpz(byte[] first) {
    return first.length >= 2 && first[0] == 'P' && first[1] == 'K';
  }

  /**
   * Reads a file.
   *
   * @param file what it is called in messages
   * @throws DataFault if it is no such file
   */
  public static NpzFile read(String file, byte[] bytes) {
    Map<String, DenseTensor> arrays = new LinkedHashMap<>();
    String text = "";
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      ZipEntry entry = zip.getNextEntry();
      if (entry == null) {
        throw new DataFault(file, "no NPZ file: there is no archive in it");
      }
      for (; entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        byte[] content = zip.readAllBytes();
        if (name.equals(TEXT)) {
          text = new String(content, StandardCharsets.UTF_8);
        } else if (name.endsWith(ARRAY)) {
          arrays.put(name.substring(0, name.length() - ARRAY.length()), array(file, name, content));
        }
      }
    } catch (ZipException e) {
      throw new DataFault(file, "the archive is damaged: " + e.getMessage());
    } catch (IOException e) {
      throw new DataFault(file, "the archive is cut off");
    }
    if (text.isEmpty()) {
      throw new DataFault(
          file, "there is no " + TEXT + " in it; a file written by this program is expected");
    }
    return new NpzFile(text, arrays);
  }

  private static DenseTensor array(String file, String name, byte[] content) {
    try {
      return NpyFormat.read(content);
    } catch (IllegalArgumentException e) {
      throw new DataFault(file, name + ": " + e.getMessage());
    }
  }

  /**
   * An array by its name.
   *
   * @throws DataFault if there is none
   */
  public DenseTensor array(String file, String name) {
    DenseTensor array = arrays.get(name);
    if (array == null) {
      throw new DataFault(file, "there is no array '" + name + "' in it");
    }
    return array;
  }
}
