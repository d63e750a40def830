package dev.dealcoach.service.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.service.discovery.Discovery;
import dev.dealcoach.service.json.DiscoveryJson;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures the discovery analysis on the same summaries as bge-small's embedding, in turn, in this
 * process; then the packaged program from a cold start, alone and on a batch of 1,000 lines. Prints
 * percentiles in milliseconds and the ratio.
 *
 * <p>The ratio is one of processor time, so that it stays what it is on a busy machine and whatever
 * number of threads the embedding takes.
 *
 * <p>Arguments: the packaged program, and JSONL files of summaries.
 */
final class DiscoveryBenchmark {
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 3;
  private static final int MOST_EMBEDDED = 300;
  private static final int COLD_ROUNDS = 5;
  private static final int LINES = 1000;

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private DiscoveryBenchmark() {}

  @SuppressWarnings("SystemOut") // a report for the terminal is what it is for
  public static void main(String[] arguments) throws Exception {
    List<String> texts = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
      for (String line : Files.readAllLines(Path.of(file))) {
        JsonNode node = json.readTree(line);
        texts.add(node.get("text").textValue());
      }
    }
    Discovery discovery = new Discovery(RulePack.standard());
    Consumer<String> analysis = text -> DiscoveryJson.of(discovery.report(text, null, null));
    BgeSmallZhV15QuantizedEmbeddingModel model = new BgeSmallZhV15QuantizedEmbeddingModel();
    Consumer<String> embedding = text -> model.embed(text).content();
    List<String> embedded = texts.subList(0, Math.min(MOST_EMBEDDED, texts.size()));
    for (int i = 0; i < WARM_UP; i++) {
      texts.forEach(analysis);
    }
    embedded.forEach(embedding);
    System.out.printf("%d summaries, warm%n", texts.size());
    double ours = measure("discovery", texts, analysis);
    double theirs = measure("bge-small embedding", embedded, embedding);
    System.out.printf(Locale.ROOT, "processor time, discovery / embedding: %.2f%n", ours / theirs);
    cold(arguments[0], texts, json);
  }

  /** Prints percentiles; the processor time of a text in milliseconds. */
  @SuppressWarnings("SystemOut")
  private static double measure(String name, List<String> texts, Consumer<String> measured) {
    double[] times = new double[ROUNDS * texts.size()];
    long cpu = PROCESS.getProcessCpuTime();
    int n = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (String text : texts) {
        long begin = System.nanoTime();
        measured.accept(text);
        times[n++] = (System.nanoTime() - begin) / 1e6;
      }
    }
    double processor = (PROCESS.getProcessCpuTime() - cpu) / 1e6 / times.length;
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-20s p50 %6.1f ms, p95 %6.1f ms, processor time %6.1f ms a summary%n",
        name,
        times[times.length / 2],
        times[times.length * 95 / 100],
        processor);
    return processor;
  }

  @SuppressWarnings("SystemOut")
  private static void cold(String program, List<String> texts, ObjectMapper json)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("discovery-benchmark");
    Path single = Files.writeString(folder.resolve("one.txt"), texts.getFirst());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(json.writeValueAsString(Map.of("id", i, "text", texts.get(i % texts.size()))));
    }
    Path batch = Files.write(folder.resolve("batch.jsonl"), lines);
    try {
      double[] times = new double[COLD_ROUNDS];
      for (int i = 0; i < COLD_ROUNDS; i++) {
        times[i] = seconds(program, "discovery", single.toString());
      }
      Arrays.sort(times);
      System.out.printf(
          Locale.ROOT, "cold `coach discovery FILE`: %.2f s%n", times[COLD_ROUNDS / 2]);
      System.out.printf(
          Locale.ROOT,
          "`coach discovery --batch` of %d lines with start-up: %.1f s%n",
          LINES,
          seconds(program, "discovery", "--batch", batch.toString()));
    } finally {
      Files.delete(single);
      Files.delete(batch);
      Files.delete(folder);
    }
  }

  private static double seconds(String... command) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("exit status " + process.exitValue());
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
