package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.worry.Paragraph;
import dev.dealcoach.nlp.worry.WorryJudge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What encoders made of a labelled proposal that had not seen its writer, so that what is trained
 * on their judgements learns how far they can be trusted. Written by {@code train.py}, see {@code
 * nlp-models/training/objections/README.md}. Immutable.
 */
final class RecordedJudge implements WorryJudge {
  private final SortedMap<Integer, Judgement> judgements = new TreeMap<>();

  private RecordedJudge(String line) {
    for (String unit : line.split(" ", -1)) {
      int comma = unit.indexOf(',');
      if (comma > 0) {
        judgements.put(
            judgements.size(),
            new Judgement(
                Double.parseDouble(unit.substring(0, comma)),
                Double.parseDouble(unit.substring(comma + 1))));
      }
    }
  }

  /**
   * The judges by the id of the proposal; a line is an id, a tab, and {@code worry,answered} a
   * unit.
   */
  static Map<String, RecordedJudge> read(List<Path> files) {
    Map<String, RecordedJudge> judges = new TreeMap<>();
    try {
      for (Path file : files) {
        for (String line : Files.readAllLines(file)) {
          int tab = line.indexOf('\t');
          judges.put(line.substring(0, tab), new RecordedJudge(line.substring(tab + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return judges;
  }

  @Override
  public SortedMap<Integer, Judgement> judge(
      List<Paragraph> document, Language language, double[] likely) {
    if (likely.length != judgements.size()) {
      throw new IllegalStateException(
          "the readings are of "
              + judgements.size()
              + " units, the proposal has "
              + likely.length
              + "; train the encoder anew, see nlp-models/training/objections/README.md");
    }
    return judgements;
  }
}
