package dev.dealcoach.nlp.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.dealcoach.nlp.maxent.MissingModelException;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.nlp.worry.Paragraph;
import dev.dealcoach.nlp.worry.WorryJudge;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges units with a fine-tuned encoder a language, on ONNX Runtime. The document is cut into
 * overlapping stretches of tokens; a stretch is encoded once, and each unit is read off its own
 * tokens where most of the text around it is seen. Encoding takes far longer than all else in a
 * scan, so it is kept for stretches that are likely to hold a worry. Languages without a model have
 * no judgements. Immutable, thread-safe.
 */
public final class OnnxWorryJudge implements WorryJudge {
  /** Tokens a stretch; the encoder was trained on as many, {@code units.py}. */
  private static final int LONGEST = 192;

  /** From one stretch to the next. */
  private static final int STEP = 144;

  /** How many worries a stretch must be thought to hold to be encoded. */
  private static final double LEAST = 0.3;

  /** Stretches of a document that are encoded at most. */
  private static final int MOST = 4;

  /** Chinese has none: there it gains too little over the words' model for what it costs. */
  private static final Set<Language> LANGUAGES = Set.of(Language.EN);

  private static final OnnxWorryJudge STANDARD = new OnnxWorryJudge(EncoderModel::resource);

  private final PerLanguage<EncoderModel> models;

  OnnxWorryJudge(EncoderModel.Source source) {
    models =
        new PerLanguage<>(language -> EncoderModel.load("objection-" + language.code(), source));
  }

  /** With the models that are shipped; a language's is loaded when it is first asked for. */
  public static OnnxWorryJudge standard() {
    return STANDARD;
  }

  /**
   * {@inheritDoc}
   *
   * @throws MissingModelException if the language's model is missing or damaged
   */
  @Override
  public SortedMap<Integer, Judgement> judge(
      List<Paragraph> document, Language language, double[] likely) {
    SortedMap<Integer, Judgement> found = new TreeMap<>();
    if (!LANGUAGES.contains(language)) {
      return found;
    }
    EncoderModel model = models.of(language);
    Tokens tokens = tokens(model.pieces(), document);
    stretches(tokens).stream()
        .filter(stretch -> worth(stretch, likely) >= LEAST)
        .sorted(Comparator.comparingDouble(stretch -> -worth(stretch, likely)))
        .limit(MOST)
        .forEach(stretch -> read(model, tokens, stretch, found));
    return found;
  }

  /** How many worries a stretch is thought to hold. */
  private static double worth(Stretch stretch, double[] likely) {
    return stretch.units.stream().mapToDouble(unit -> likely[unit]).sum();
  }

  /**
   * A document in tokens.
   *
   * @param ids the tokens
   * @param units by number from which token to before which a unit reaches; those without tokens
   *     are missing
   */
  private record Tokens(List<Integer> ids, SortedMap<Integer, Span> units) {}

  /** Each paragraph behind a sign for its form. */
  private static Tokens tokens(WordPieces pieces, List<Paragraph> document) {
    Tokens tokens = new Tokens(new ArrayList<>(), new TreeMap<>());
    int unit = 0;
    for (Paragraph paragraph : document) {
      if (paragraph.text().isBlank()) {
        unit += paragraph.units().size();
        continue;
      }
      String sign =
          switch (paragraph.form()) {
            case HEADING -> "#";
            case CELL -> "|";
            case TEXT -> "-";
          };
      tokens.ids.add(pieces.split(sign).getFirst().id());
      int at = tokens.ids.size();
      List<Piece> own = pieces.split(paragraph.text());
      own.forEach(piece -> tokens.ids.add(piece.id()));
      for (Span span : paragraph.units()) {
        int from = -1;
        int to = -1;
        for (int i = 0; i < own.size(); i++) {
          if (span.contains(own.get(i).place())) {
            from = from < 0 ? i : from;
            to = i + 1;
          }
        }
        if (from >= 0) {
          tokens.units.put(unit, new Span(at + from, at + to));
        }
        unit++;
      }
    }
    return tokens;
  }

  /** Some tokens, with the units that are judged in it. */
  private record Stretch(int from, int to, List<Integer> units) {}

  private static List<Stretch> stretches(Tokens tokens) {
    List<Stretch> stretches = new ArrayList<>();
    int size = tokens.ids.size();
    int from = 0;
    stretches.add(new Stretch(0, Math.min(size, LONGEST), new ArrayList<>()));
    while (stretches.getLast().to < size) {
      from += STEP;
      stretches.add(new Stretch(from, Math.min(size, from + LONGEST), new ArrayList<>()));
    }
    tokens.units.forEach((unit, span) -> best(stretches, span).units.add(unit));
    return stretches;
  }

  /** The stretch that sees most of a unit, with most around it; the earliest of equals. */
  private static Stretch best(List<Stretch> stretches, Span unit) {
    Stretch best = stretches.getFirst();
    int highest = -1;
    for (Stretch stretch : stretches) {
      int seen = Math.min(unit.end(), stretch.to) - Math.max(unit.start(), stretch.from);
      int margin = Math.min(unit.start() - stretch.from, stretch.to - unit.end());
      int rank = seen > 0 ? seen * 1000 + Math.max(0, margin) : -1;
      if (rank > highest) {
        highest = rank;
        best = stretch;
      }
    }
    return best;
  }

  private static void read(
      EncoderModel model, Tokens tokens, Stretch stretch, SortedMap<Integer, Judgement> found) {
    int size = stretch.to - stretch.from + 2;
    LongBuffer ids = LongBuffer.allocate(size);
    ids.put(model.pieces().start());
    tokens.ids.subList(stretch.from, stretch.to).forEach(ids::put);
    ids.put(model.pieces().end()).flip();
    FloatBuffer inside = FloatBuffer.allocate(stretch.units.size() * size);
    for (int s = 0; s < stretch.units.size(); s++) {
      Span unit = tokens.units.get(stretch.units.get(s));
      int to = Math.min(unit.end(), stretch.to);
      for (int t = Math.max(unit.start(), stretch.from); t < to; t++) {
        inside.put(s * size + t - stretch.from + 1, 1);
      }
    }
    OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    try (OnnxTensor idTensor = OnnxTensor.createTensor(runtime, ids, new long[] {size});
        OnnxTensor unitTensor =
            OnnxTensor.createTensor(runtime, inside, new long[] {stretch.units.size(), size});
        OrtSession.Result result =
            model.session().run(Map.of("ids", idTensor, "units", unitTensor))) {
      FloatBuffer p = ((OnnxTensor) result.get("judgements").orElseThrow()).getFloatBuffer();
      for (int s = 0; s < stretch.units.size(); s++) {
        found.put(stretch.units.get(s), new Judgement(p.get(2 * s), p.get(2 * s + 1)));
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed on " + model.stamp().id(), e);
    }
  }
}
