package dev.dealcoach.scan.parse.ocr;

import com.benjaminwan.ocrlibrary.OcrResult;
import com.benjaminwan.ocrlibrary.Point;
import com.benjaminwan.ocrlibrary.TextBlock;
import io.github.mymonstercat.Model;
import io.github.mymonstercat.ocr.InferenceEngine;
import io.github.mymonstercat.ocr.config.HardwareConfig;
import io.github.mymonstercat.ocr.config.ParamConfig;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Reads with the PP-OCR models through RapidOCR. The native library is unpacked into the system's
 * temporary folder, holds one engine a process and prints to the standard output, so it belongs in
 * a process of its own. One page at a time: callers wait for each other.
 */
public final class RapidOcrPageReader implements PageReader {
  /** White margin the engine adds, pixels. */
  private static final int PADDING = 20;

  private static final float BOX_SCORE = 0.5f;
  private static final float BOX_THRESHOLD = 0.3f;
  private static final float UNCLIP = 1.6f;

  /** Lines the reader is less sure of are dirt or pictures. */
  private static final float LEAST_CONFIDENCE = 0.5f;

  private static final ReentrantLock ENGINE = new ReentrantLock();
  private static @Nullable InferenceEngine engine;

  private final int sideLength;
  private final int threads;

  /** Tuned for a page at 200 dpi on two cores. */
  public RapidOcrPageReader() {
    this(1280, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4));
  }

  /**
   * With other settings than the usual ones.
   *
   * @param sideLength longer side in pixels to which a picture is reduced for finding lines; the
   *     lines are read at full size
   * @param threads of the engine; the first reader of a process decides
   */
  public RapidOcrPageReader(int sideLength, int threads) {
    this.sideLength = sideLength;
    this.threads = threads;
  }

  @Override
  public PictureText read(BufferedImage picture) {
    ENGINE.lock();
    Path file = null;
    try {
      file = Files.createTempFile("page", ".bmp");
      write(picture, file);
      OcrResult result =
          engine(file)
              .detect(
                  file.toString(),
                  PADDING,
                  sideLength,
                  BOX_SCORE,
                  BOX_THRESHOLD,
                  UNCLIP,
                  false,
                  false);
      return result == null ? new PictureText.Failed("no result") : lines(result);
    } catch (IOException | RuntimeException | LinkageError e) {
      return new PictureText.Failed(e.getClass().getSimpleName());
    } finally {
      delete(file);
      ENGINE.unlock();
    }
  }

  private static void write(BufferedImage picture, Path file) throws IOException {
    BufferedImage plain = picture;
    if (picture.getType() != BufferedImage.TYPE_3BYTE_BGR) {
      plain =
          new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D g = plain.createGraphics();
      g.setColor(java.awt.Color.WHITE);
      g.fillRect(0, 0, plain.getWidth(), plain.getHeight());
      g.drawImage(picture, 0, 0, null);
      g.dispose();
    }
    if (!ImageIO.write(plain, "bmp", file.toFile())) {
      throw new IOException("no writer for BMP");
    }
  }

  /**
   * The engine, started with the first picture; from then on it is asked without its own logging.
   */
  private InferenceEngine engine(Path first) throws IOException {
    InferenceEngine running = engine;
    if (running == null) {
      running = InferenceEngine.getInstance(Model.ONNX_PPOCR_V4, new HardwareConfig(threads, -1));
      Path blank = Files.createTempFile(first.getParent(), "blank", ".bmp");
      try {
        BufferedImage white = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        write(white, blank);
        running.runOcr(blank.toString(), ParamConfig.getDefaultConfig());
      } finally {
        delete(blank);
      }
      engine = running;
    }
    return running;
  }

  private static void delete(@Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }
  }

  private static PictureText lines(OcrResult result) {
    List<PictureLine> lines = new ArrayList<>();
    for (TextBlock block : result.getTextBlocks()) {
      float confidence = confidence(block.getCharScores());
      String text = block.getText() == null ? "" : block.getText().strip();
      if (text.isEmpty() || confidence < LEAST_CONFIDENCE) {
        continue;
      }
      float x0 = Float.MAX_VALUE;
      float y0 = Float.MAX_VALUE;
      float x1 = 0;
      float y1 = 0;
      for (Point p : block.getBoxPoint()) {
        x0 = Math.min(x0, p.getX());
        y0 = Math.min(y0, p.getY());
        x1 = Math.max(x1, p.getX());
        y1 = Math.max(y1, p.getY());
      }
      lines.add(new PictureLine(OcrSpelling.corrected(text), x0, y0, x1, y1, confidence));
    }
    return new PictureText.Lines(lines);
  }

  private static float confidence(float[] scores) {
    if (scores == null || scores.length == 0) {
      return 1;
    }
    float sum = 0;
    for (float score : scores) {
      sum += score;
    }
    return sum / scores.length;
  }
}
