package dev.dealcoach.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.web.DiscoveryAnswer;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a model nothing is judged, and who asks is told the command that makes it again. */
class MissingModelTest {
  private static final String FOLDER = "dev/dealcoach/nlp/models/";
  private static final String COMMAND = "./mvnw -q -Ptrain -pl nlp-models verify";
  private static final String SUMMARY = "预算没聊到，老板没见着，改天再说。";

  @TempDir Path folder;

  /** A command of a program that lacks a model: status, standard output, standard error. */
  private static String[] run(String model, String locale, String... words) throws Exception {
    Class<?> runs =
        new WithoutResource(FOLDER + model + ".bin.gz").loadClass(CommandRun.class.getName());
    Object run = runs.getMethod("in", String.class, String[].class).invoke(null, locale, words);
    String[] parts = new String[3];
    int i = 0;
    for (String part : new String[] {"status", "out", "err"}) {
      Method read = runs.getMethod(part);
      parts[i++] = read.invoke(run).toString();
    }
    return parts;
  }

  private String summary(String text) throws Exception {
    return Files.writeString(folder.resolve("summary.txt"), text).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "clause-zh, zh_CN.UTF-8, 缺少模型",
    "clause-zh, en_GB.UTF-8, is missing",
    "boundary-zh, zh_CN.UTF-8, 缺少模型",
    "weak-zh, en_GB.UTF-8, is missing",
    "filler-zh, zh_CN.UTF-8, 缺少模型",
  })
  void theCommandEndsWithOneLineThatNamesTheCommand(String model, String locale, String words)
      throws Exception {
    String[] run = run(model, locale, "discovery", summary(SUMMARY));
    assertThat(run[0]).isEqualTo("1");
    assertThat(run[1]).isEmpty();
    assertThat(run[2]).hasLineCount(1).contains(model, words, COMMAND);
  }

  @Test
  void aBatchEndsLikewise() throws Exception {
    Path batch =
        Files.writeString(
            folder.resolve("batch.jsonl"), "{\"id\":1,\"text\":\"" + SUMMARY + "\"}\n");
    String[] run = run("clause-zh", "en_GB.UTF-8", "discovery", "--batch", batch.toString());
    assertThat(run[0]).isEqualTo("1");
    assertThat(run[1]).isEmpty();
    assertThat(run[2]).hasLineCount(1).contains("clause-zh", COMMAND);
  }

  @Test
  void theOtherLanguageGoesOn() throws Exception {
    String[] run = run("clause-en", "en_GB.UTF-8", "discovery", summary(SUMMARY));
    assertThat(run[0]).isEqualTo("0");
    assertThat(run[2]).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theServiceSaysSoInTheReadersLanguage(String language) throws Exception {
    Class<?> asks =
        new WithoutResource(FOLDER + "clause-zh.bin.gz").loadClass(DiscoveryAnswer.class.getName());
    String answer =
        (String)
            asks.getMethod("to", String.class, String.class, Path.class)
                .invoke(null, SUMMARY, language, folder.resolve("reviews"));
    assertThat(answer)
        .startsWith("503 ")
        .contains("urn:dealcoach:problem:missing-model", "clause-zh", COMMAND)
        .contains(language.equals("zh") ? "服务少了一个模型" : "lacks a model");
  }
}
