package dev.dealcoach.kb.vector;

import dev.dealcoach.nlp.text.Language;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Vectors kept in a folder, so that an index can be built anew, or an import begun again, without
 * embedding the same texts twice. Thread-safe.
 */
public final class KeptVectors implements PassageVectors, Closeable {
  private final PassageVectors source;
  private final Path folder;
  private final Map<Language, VectorFile> files = new EnumMap<>(Language.class);

  /**
   * @param source embeds what is not kept yet
   * @param folder for the files, one a language
   */
  public KeptVectors(PassageVectors source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  @Override
  public synchronized List<float[]> of(List<PassageText> texts) {
    try {
      List<float[]> vectors = new ArrayList<>();
      Set<PassageText> missing = new LinkedHashSet<>();
      for (PassageText text : texts) {
        float[] kept = file(text.language()).get(key(text));
        vectors.add(kept);
        if (kept == null) {
          missing.add(text);
        }
      }
      Map<PassageText, float[]> made = new HashMap<>();
      Iterator<float[]> next = source.of(List.copyOf(missing)).iterator();
      for (PassageText text : missing) {
        float[] vector = next.next();
        made.put(text, vector);
        file(text.language()).put(key(text), vector);
      }
      for (int i = 0; i < texts.size(); i++) {
        if (vectors.get(i) == null) {
          vectors.set(i, made.get(texts.get(i)));
        }
      }
      return vectors;
    } catch (IOException e) {
      throw new UncheckedIOException("kept vectors cannot be read", e);
    }
  }

  private VectorFile file(Language language) throws IOException {
    VectorFile file = files.get(language);
    if (file == null) {
      file =
          VectorFile.open(
              folder.resolve("vectors-" + language.code() + ".f16"),
              source.fingerprint() + " " + language.code());
      files.put(language, file);
    }
    return file;
  }

  private static byte[] key(PassageText text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.text().getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(hash, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public float[] query(String text, Language language) {
    return source.query(text, language);
  }

  @Override
  public String fingerprint() {
    return source.fingerprint();
  }

  @Override
  public synchronized void close() throws IOException {
    for (VectorFile file : files.values()) {
      file.close();
    }
    files.clear();
  }
}
