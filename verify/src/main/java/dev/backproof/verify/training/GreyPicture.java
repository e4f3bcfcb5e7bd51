package dev.backproof.verify.training;

import dev.backproof.mlp.data.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A grey picture as PNG, inside the page. */
final class GreyPicture {
  private static final int WHITE = 255;

  private GreyPicture() {}

  /**
   * The address of the picture: it is its own content.
   *
   * @param pixels row by row; 0 is white and 1 black, what is beyond is the nearer of them
   */
  static String address(Pictures size, double[] pixels) {
    BufferedImage image =
        new BufferedImage(size.columns(), size.rows(), BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < pixels.length; i++) {
      int grey = (int) Math.round(WHITE * (1 - Math.max(0, Math.min(1, pixels[i]))));
      // To the raster: no colour is converted.
      image.getRaster().setSample(i % size.columns(), i / size.columns(), 0, grey);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream memory = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(image, "png", memory)) {
        throw new IOException("this Java writes no PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a picture: " + e.getMessage(), e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
  }
}
