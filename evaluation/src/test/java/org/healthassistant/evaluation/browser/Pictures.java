package org.healthassistant.evaluation.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/// The pictures of the README, written only with `-Dscreenshots.update=true`.
final class Pictures {

  private static final int MOST_BYTES = 120_000;
  private static final int MARGIN = 60;
  private static final int MOST_COLOURS = 256;
  private static final Path FOLDER = Path.of("assistant-core", "docs", "images");

  private Pictures() {}

  /// Writes what the page shows now as `name.png`, in 256 colours.
  static void take(Page page, String name) {
    if (!Boolean.getBoolean("screenshots.update")) {
      return;
    }
    try {
      BufferedImage shot =
          withoutEmptyEnd(ImageIO.read(new ByteArrayInputStream(page.screenshot())));
      Path file = folder().resolve(name + ".png");
      ImageIO.write(fewColours(shot), "png", file.toFile());
      assertThat(Files.size(file)).as("bytes of %s", file.getFileName()).isLessThan(MOST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("assistant-core")) ? here : here.resolve("..");
    return Files.createDirectories(root.resolve(FOLDER));
  }

  /// Cuts off the rows at the end that are all alike, but for a margin.
  private static BufferedImage withoutEmptyEnd(BufferedImage shot) {
    int bottom = shot.getHeight();
    while (bottom > MARGIN && Arrays.equals(row(shot, bottom - 1), row(shot, bottom - 2))) {
      bottom--;
    }
    return shot.getSubimage(0, 0, shot.getWidth(), Math.min(shot.getHeight(), bottom + MARGIN));
  }

  private static int[] row(BufferedImage shot, int y) {
    return shot.getRGB(0, y, shot.getWidth(), 1, null, 0, shot.getWidth());
  }

  /// The most frequent colours stay, each other one becomes the nearest of them.
  private static BufferedImage fewColours(BufferedImage shot) {
    var counts = new HashMap<Integer, Integer>();
    int[] pixels = shot.getRGB(0, 0, shot.getWidth(), shot.getHeight(), null, 0, shot.getWidth());
    for (int pixel : pixels) {
      counts.merge(pixel & 0xffffff, 1, Integer::sum);
    }
    List<Integer> palette = counts.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
        .limit(MOST_COLOURS)
        .map(Map.Entry::getKey)
        .toList();
    int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
    var model = new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
    var image = new BufferedImage(
        shot.getWidth(), shot.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    var nearest = new HashMap<Integer, Integer>();
    for (int i = 0; i < pixels.length; i++) {
      int index = nearest.computeIfAbsent(pixels[i] & 0xffffff, c -> nearest(c, palette));
      image.getRaster().setSample(i % shot.getWidth(), i / shot.getWidth(), 0, index);
    }
    return image;
  }

  private static int nearest(int colour, List<Integer> palette) {
    return IntStream.range(0, palette.size())
        .boxed()
        .min(Comparator.comparingInt(i -> distance(colour, palette.get(i))))
        .orElseThrow();
  }

  private static int distance(int one, int other) {
    int red = (one >> 16 & 255) - (other >> 16 & 255);
    int green = (one >> 8 & 255) - (other >> 8 & 255);
    int blue = (one & 255) - (other & 255);
    return red * red + green * green + blue * blue;
  }
}
