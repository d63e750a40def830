package dev.dealcoach.service.bench;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.service.child.ChildPool;
import dev.dealcoach.service.intake.ChildDocumentParser;
import dev.dealcoach.service.intake.ParseTask;
import dev.dealcoach.service.intake.ReadingProcesses;
import dev.dealcoach.service.json.ScanJson;
import dev.dealcoach.service.json.ScanReport;
import dev.dealcoach.service.review.ReviewPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;

/**
 * Measures on the same files, in turn: bare Tika ({@code AutoDetectParser} to plain text), our
 * parsing alone in this process, and the whole warm scan (child process, review, JSON); then the
 * packaged program from a cold start. Prints medians in milliseconds and ratios.
 *
 * <p>Arguments: the packaged program, the folder with the sample proposal, and optionally a folder
 * of further files (each should have ten pages or more).
 */
final class ScanBenchmark {
  private static final int WARM_UP = 15;
  private static final int ROUNDS = 25;
  private static final int COLD_ROUNDS = 7;

  private static final List<String> NOTES =
      List.of(
          "我跟你说实话，我们冲压二线上个月停了十一次，每次找模具都得翻半天。",
          "质检那边老说是模具保养没跟上，可保养记录全在老师傅的本子上。",
          "预算嘛，一期先控制在四十万以内，二期再说。");

  private static final ParseLimits LIMITS = ParseLimits.STANDARD;

  private ScanBenchmark() {}

  /** Something that is timed on a file. */
  private interface Measured {
    Object on(Path file) throws Exception;
  }

  @SuppressWarnings("SystemOut") // a report for the terminal is what it is for
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("scan-benchmark");
    try (ChildPool children =
        ChildPool.open(ReadingProcesses.of(1, ReadingProcesses.HEAP_MEBIBYTES, folder))) {
      List<Path> files = LongDocuments.make(Path.of(arguments[1]), folder);
      if (arguments.length > 2) {
        try (Stream<Path> more = Files.list(Path.of(arguments[2]))) {
          more.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
      }
      Map<String, Measured> measured = measured(children);
      System.out.printf("%-28s", "median milliseconds");
      measured.keySet().forEach(name -> System.out.printf("%12s", name));
      System.out.printf("%14s%14s%n", "parse/Tika", "scan/Tika");
      for (Path file : files) {
        warm(file, measured);
      }
      Map<String, List<Double>> ratios = new LinkedHashMap<>();
      for (Path file : files) {
        Map<String, Double> medians = medians(file, measured);
        double tika = medians.get("Tika");
        System.out.printf("%-28s", file.getFileName());
        medians.values().forEach(ms -> System.out.printf(Locale.ROOT, "%12.1f", ms));
        for (String name : List.of("parse", "scan")) {
          double ratio = medians.get(name) / tika;
          ratios.computeIfAbsent(name, _ -> new ArrayList<>()).add(ratio);
          System.out.printf(Locale.ROOT, "%14.2f", ratio);
        }
        System.out.println();
      }
      ratios.forEach(
          (name, all) ->
              System.out.printf(Locale.ROOT, "median ratio %s/Tika: %.2f%n", name, median(all)));
      cold(Path.of(arguments[0]), Path.of(arguments[1]));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static Map<String, Measured> measured(ChildPool children) {
    AutoDetectParser tika = new AutoDetectParser();
    DocumentParser direct = ParseTask.parser();
    DocumentParser isolated = new ChildDocumentParser(children);
    ReviewPipeline pipeline = new ReviewPipeline(RulePack.standard());
    Map<String, Measured> measured = new LinkedHashMap<>();
    measured.put(
        "Tika",
        file -> {
          BodyContentHandler text = new BodyContentHandler(-1);
          try (TikaInputStream in = TikaInputStream.get(file)) {
            tika.parse(in, text, new Metadata(), new ParseContext());
          }
          return text.toString();
        });
    measured.put("parse", file -> parsed(direct.parse(file, file.toString(), LIMITS)));
    measured.put("in child", file -> parsed(isolated.parse(file, file.toString(), LIMITS)));
    measured.put(
        "scan",
        file -> {
          ParseResult.Parsed parsed = parsed(isolated.parse(file, file.toString(), LIMITS));
          return ScanJson.of(ScanReport.of(pipeline.review(parsed.document(), NOTES, null), false));
        });
    return measured;
  }

  private static ParseResult.Parsed parsed(ParseResult result) {
    return switch (result) {
      case ParseResult.Parsed parsed -> parsed;
      case ParseFailure failure -> throw new IllegalStateException(failure.toString());
    };
  }

  private static void warm(Path file, Map<String, Measured> measured) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      for (Measured one : measured.values()) {
        time(one, file);
      }
    }
  }

  private static Map<String, Double> medians(Path file, Map<String, Measured> measured)
      throws Exception {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      for (Map.Entry<String, Measured> one : measured.entrySet()) {
        times.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(time(one.getValue(), file));
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    times.forEach((name, all) -> medians.put(name, median(all)));
    return medians;
  }

  private static double time(Measured measured, Path file) throws Exception {
    long begin = System.nanoTime();
    Object result = measured.on(file);
    double ms = (System.nanoTime() - begin) / 1e6;
    if (result.toString().isEmpty()) {
      throw new IOException("nothing came of " + file);
    }
    return ms;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  @SuppressWarnings("SystemOut")
  private static void cold(Path program, Path samples) throws Exception {
    for (String type : List.of("docx", "pptx", "pdf", "md")) {
      List<String> command =
          Arrays.asList(program.toString(), "scan", samples.resolve("01." + type).toString());
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < COLD_ROUNDS; i++) {
        long begin = System.nanoTime();
        Process process =
            new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
          throw new IOException("exit status " + process.exitValue());
        }
        times.add(Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
      }
      System.out.printf(Locale.ROOT, "cold `coach scan 01.%s`: %.2f s%n", type, median(times));
    }
  }
}
