package dev.dealcoach.kb.vector;

import dev.dealcoach.nlp.embed.Embedder;
import dev.dealcoach.nlp.embed.OnnxEmbedder;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Embeds texts, one on each processor at a time. Passages' vectors are rounded to half precision,
 * so that a vector kept in a file and the one embedded anew are the same.
 */
public final class EmbeddedVectors implements PassageVectors {
  /** The beginnings of the models' hashes; stated, so that opening an index loads no model. */
  static final String STANDARD = "zh:15b717c382bc/en:6c9c6101a956";

  /** Below this many texts threads cost more than they bring. */
  private static final int FEW = 2;

  private final PerLanguage<Embedder> embedders;
  private final String fingerprint;
  private final int threads;

  /**
   * @param embedders the model of each language, made when it is first needed
   * @param fingerprint names these models
   * @param threads how many texts are embedded at the same time
   */
  public EmbeddedVectors(Function<Language, Embedder> embedders, String fingerprint, int threads) {
    this.embedders = new PerLanguage<>(embedders);
    this.fingerprint = fingerprint;
    this.threads = threads;
  }

  /** By the models that are shipped, on all processors. */
  public static EmbeddedVectors standard() {
    return new EmbeddedVectors(
        OnnxEmbedder::of, STANDARD, Runtime.getRuntime().availableProcessors());
  }

  @Override
  public List<float[]> of(List<PassageText> texts) {
    if (texts.size() < FEW || threads < 2) {
      return texts.stream().map(this::vector).toList();
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<float[]>> vectors =
          texts.stream().map(text -> workers.submit(() -> vector(text))).toList();
      return vectors.stream().map(EmbeddedVectors::got).toList();
    }
  }

  private static float[] got(Future<float[]> vector) {
    try {
      return vector.get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while embedding", e);
    }
  }

  private float[] vector(PassageText text) {
    return Half.rounded(embedders.of(text.language()).passage(text.text()));
  }

  @Override
  public float[] query(String text, Language language) {
    return embedders.of(language).query(text);
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }
}
