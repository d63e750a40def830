package dev.dealcoach.speech.vosk;

import dev.dealcoach.speech.transcript.ModelStamp;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.vosk.UnusableModelException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A directory that looks like a Vosk model, checked without libvosk. Immutable.
 *
 * @param path the directory
 * @param language what it recognises
 * @param stamp its name and the hash of its files
 */
public record ModelDirectory(Path path, SpokenLanguage language, ModelStamp stamp) {
  private static final List<String> ALWAYS =
      List.of("am/final.mdl", "conf/mfcc.conf", "conf/model.conf");

  /** What a model with speaker adaptation has besides {@code ivector/final.ie}. */
  private static final List<String> IVECTOR =
      List.of("final.dubm", "final.mat", "global_cmvn.stats", "online_cmvn.conf", "splice.conf");

  private static final byte[] KALDI_BINARY = {0, 'B'};
  private static final byte[] FST = {(byte) 0xD6, (byte) 0xFD, (byte) 0xB2, 0x7E};

  /**
   * Checks a directory and takes its fingerprint, which reads all of its files.
   *
   * @throws UnusableModelException if this is no model
   * @throws IOException if it cannot be read
   */
  public static ModelDirectory open(Path path) throws UnusableModelException, IOException {
    check(path);
    return new ModelDirectory(
        path, Vocabulary.language(path), new ModelStamp(name(path), Fingerprint.of(path)));
  }

  /**
   * The directory of a model that was opened before and is known to be unchanged; its files are
   * checked, but not all read.
   *
   * @throws UnusableModelException if this is no model any more
   * @throws IOException if it cannot be read
   */
  public static ModelDirectory known(Path path, SpokenLanguage language, ModelStamp stamp)
      throws UnusableModelException, IOException {
    check(path);
    return new ModelDirectory(path, language, stamp);
  }

  /** The directory's name; a directory that is merely called model is named after its parent. */
  private static String name(Path path) throws IOException {
    Path real = path.toRealPath();
    Path last = real.getFileName();
    Path parent = real.getParent();
    boolean nameless = last == null || last.toString().equals("model");
    if (nameless && parent != null && parent.getFileName() != null) {
      return parent.getFileName().toString();
    }
    return last == null ? "model" : last.toString();
  }

  private static void check(Path model) throws UnusableModelException, IOException {
    if (!Files.isDirectory(model)) {
      throw new UnusableModelException(Reason.MISSING, "no directory of a model");
    }
    for (String name : ALWAYS) {
      require(model.resolve(name));
    }
    begins(model.resolve("am/final.mdl"), KALDI_BINARY);
    KaldiOptions.check(model.resolve("conf/mfcc.conf"));
    KaldiOptions.check(model.resolve("conf/model.conf"));
    if (Files.exists(model.resolve("graph/HCLG.fst"))) {
      begins(model.resolve("graph/HCLG.fst"), FST);
      require(model.resolve("graph/words.txt"));
    } else {
      begins(model.resolve("graph/HCLr.fst"), FST);
      begins(model.resolve("graph/Gr.fst"), FST);
      require(model.resolve("graph/disambig_tid.int"));
    }
    if (Files.exists(model.resolve("ivector/final.ie"))) {
      for (String name : IVECTOR) {
        require(model.resolve("ivector").resolve(name));
      }
    }
  }

  private static void require(Path file) throws UnusableModelException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnusableModelException(Reason.INCOMPLETE, "lacks " + file.getFileName());
    }
    if (Files.size(file) == 0) {
      throw new UnusableModelException(Reason.DAMAGED, "empty: " + file.getFileName());
    }
  }

  private static void begins(Path file, byte[] magic) throws UnusableModelException, IOException {
    require(file);
    try (InputStream in = Files.newInputStream(file)) {
      if (!Arrays.equals(in.readNBytes(magic.length), magic)) {
        throw new UnusableModelException(
            Reason.DAMAGED, "not what it should be: " + file.getFileName());
      }
    }
  }
}
