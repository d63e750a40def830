package dev.dealcoach.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.speech.Fixture;
import dev.dealcoach.speech.ModelCopy;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.vosk.UnusableModelException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen of a model before libvosk touches it, and what libvosk then refuses itself. */
class ModelDirectoryTest {
  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void copy() throws Exception {
    model = ModelCopy.of(folder.resolve("a-model"));
  }

  private void assertRefused(Reason reason) {
    assertThatThrownBy(() -> ModelDirectory.open(model))
        .isInstanceOfSatisfying(
            UnusableModelException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void aModelHasANameALanguageAndAHash() throws Exception {
    ModelDirectory opened = ModelDirectory.open(model);
    assertThat(opened.stamp().id()).isEqualTo("a-model");
    assertThat(opened.language()).isEqualTo(SpokenLanguage.ZH);
    // find . -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum
    assertThat(opened.stamp().sha256())
        .isEqualTo("7b4fe17bda258913f6d7947533a2b6f951b12283e954f0bd2ae584d08905e70a")
        .isEqualTo(ModelDirectory.open(Fixture.model()).stamp().sha256());
    assertThat(ModelDirectory.open(Fixture.model()).stamp().id()).isEqualTo("vosk-tiny-zh");
    Files.writeString(model.resolve("README"), "other");
    assertThat(ModelDirectory.open(model).stamp()).isNotEqualTo(opened.stamp());
  }

  @Test
  void anEnglishVocabularyMakesAnEnglishModel() throws Exception {
    Files.writeString(model.resolve("graph/words.txt"), "<eps> 0\nbudget 1\nquarter 2\n");
    assertThat(ModelDirectory.open(model).language()).isEqualTo(SpokenLanguage.EN);
  }

  @Test
  void whatIsNoDirectoryIsMissing() {
    model = folder.resolve("nothing");
    assertRefused(Reason.MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "am/final.mdl",
        "conf/mfcc.conf",
        "conf/model.conf",
        "graph/Gr.fst",
        "graph/HCLr.fst",
        "graph/disambig_tid.int"
      })
  void aFileThatLacksMakesItIncompleteAndAnEmptyOneDamaged(String name) throws Exception {
    Files.write(model.resolve(name), new byte[0]);
    assertRefused(Reason.DAMAGED);
    Files.delete(model.resolve(name));
    assertRefused(Reason.INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"am/final.mdl", "graph/Gr.fst", "graph/HCLr.fst"})
  void garbageIsDamaged(String name) throws Exception {
    Files.writeString(model.resolve(name), "<html>Not found</html>");
    assertRefused(Reason.DAMAGED);
  }

  @Test
  void halfAnIvectorExtractorIsIncomplete() throws Exception {
    Files.createDirectory(model.resolve("ivector"));
    Files.writeString(model.resolve("ivector/final.ie"), "x");
    assertRefused(Reason.INCOMPLETE);
  }

  /** Each of these makes Kaldi assert, or divide by zero, and ends the process. */
  @ParameterizedTest
  @CsvSource({
    "model.conf, --beam=0",
    "model.conf, --lattice-beam=-1",
    "model.conf, --max-active=1",
    "model.conf, --min-active=90000",
    "model.conf, --acoustic-scale=abc",
    "model.conf, --frame_subsampling_factor=0",
    "model.conf, rubbish",
    "mfcc.conf, --Preemphasis-coefficient=5",
    "mfcc.conf, --frame-length=0.01",
    "mfcc.conf, --frame-shift=0",
    "mfcc.conf, --num-mel-bins=0"
  })
  void optionsOnWhichKaldiWouldEndTheProcessAreDamaged(String file, String line) throws Exception {
    Files.writeString(
        model.resolve("conf").resolve(file),
        "\n" + line + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
    assertRefused(Reason.DAMAGED);
  }

  /** These pass the checks; libvosk refuses them without harm. */
  @ParameterizedTest
  @ValueSource(ints = {300_000, 100, 500_000})
  void aCutNetworkIsRefusedByLibvosk(int size) throws Exception {
    byte[] whole = Files.readAllBytes(model.resolve("am/final.mdl"));
    Files.write(model.resolve("am/final.mdl"), Arrays.copyOf(whole, size));
    ModelDirectory opened = ModelDirectory.open(model);
    assertThatThrownBy(() -> VoskTranscriber.open(opened, Fixture.wavDecoder(), 1))
        .isInstanceOf(UnusableModelException.class);
    assertThatThrownBy(() -> VoskTranscriber.tryOut(opened))
        .isInstanceOf(UnusableModelException.class);
  }

  /** This damage shows only when a recogniser is made. */
  @Test
  void aCutGraphIsRefusedByLibvosk() throws Exception {
    byte[] whole = Files.readAllBytes(model.resolve("graph/Gr.fst"));
    Files.write(model.resolve("graph/Gr.fst"), Arrays.copyOf(whole, 4_000));
    ModelDirectory opened = ModelDirectory.open(model);
    assertThatThrownBy(() -> VoskTranscriber.open(opened, Fixture.wavDecoder(), 1))
        .isInstanceOf(UnusableModelException.class);
  }

  @Test
  void aSoundModelPassesTheTrial() throws Exception {
    VoskTranscriber.tryOut(ModelDirectory.open(model));
  }
}
