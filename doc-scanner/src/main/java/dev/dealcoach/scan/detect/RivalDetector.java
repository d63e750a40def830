package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.detect.quote.Aligner;
import dev.dealcoach.scan.detect.quote.Stretch;
import dev.dealcoach.scan.detect.quote.UnitReader;
import dev.dealcoach.scan.detect.quote.Units;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the points about rivals that the customer or the proposal raises (SPEC §3 "competitor
 * response"), and where the proposal says what they mean for the customer. Immutable, thread-safe.
 */
public final class RivalDetector {
  /** Weight of shared words from which a place of the proposal speaks to a statement. */
  private static final double SAME_TOPIC = 3;

  private static final String PREVIOUS = "rival.previous";

  private final RulePack pack;

  public RivalDetector(RulePack pack) {
    this.pack = pack;
  }

  /**
   * All points: the proposal's in reading order, then those that only the customer raised.
   *
   * @param document segmented with the same rule pack
   * @param statements the customer's statements
   */
  public List<RivalPoint> detect(SegmentedDocument document, List<String> statements) {
    List<Said> said = said(statements);
    Set<String> names = new TreeSet<>();
    said.forEach(one -> names.addAll(one.names));
    List<RivalRaise> raises = new ArrayList<>(RivalTables.columns(document));
    Set<Integer> compared =
        raises.stream()
            .map(raise -> document.sectionOf(raise.block()).from())
            .collect(Collectors.toSet());
    raises.addAll(new RivalMentions(document, names, compared).find());
    raises.sort((a, b) -> a.passage().compareTo(b.passage()));
    List<RivalPoint> points = new ArrayList<>();
    List<Said> unmatched = new ArrayList<>(said);
    for (RivalRaise raise : onePrevious(document, raises)) {
      Said source = take(raise, unmatched);
      Passage answer = answer(document, raise);
      if (answer == null && source != null && raise.kinds().contains(PREVIOUS)) {
        answer = answerElsewhere(document, statements, source);
      }
      points.add(
          new RivalPoint(
              raise.passage().text(),
              raise.passage(),
              source == null ? null : source.index,
              answer));
    }
    for (Said left : unmatched) {
      if (raises.stream().noneMatch(raise -> speaksOf(raise, left))) {
        points.add(
            new RivalPoint(
                left.text, null, left.index, answerElsewhere(document, statements, left)));
      }
    }
    return points;
  }

  /**
   * A former supplier is one point however often it is spoken of; the answered place speaks for it.
   */
  private static List<RivalRaise> onePrevious(SegmentedDocument document, List<RivalRaise> raises) {
    List<RivalRaise> previous =
        raises.stream().filter(raise -> raise.kinds().equals(Set.of(PREVIOUS))).toList();
    if (previous.size() < 2) {
      return raises;
    }
    RivalRaise speaks =
        previous.stream()
            .filter(raise -> answer(document, raise) != null)
            .findFirst()
            .orElse(previous.getLast());
    return raises.stream()
        .filter(raise -> raise.equals(speaks) || !previous.contains(raise))
        .toList();
  }

  private List<Said> said(List<String> statements) {
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      String text = statements.get(i);
      CueHits cues = pack.book(Language.of(text)).read(text);
      Set<String> kinds = new TreeSet<>();
      RivalMentions.KINDS.stream().filter(cues::has).forEach(kinds::add);
      if (cues.has("rival.self-made-said")) {
        kinds.add("rival.self-made");
      }
      Set<String> names = new TreeSet<>();
      for (Span name : cues.of("rival.name")) {
        names.add(name.of(text));
      }
      if (!kinds.isEmpty() || !names.isEmpty()) {
        said.add(new Said(i, text, kinds, names));
      }
    }
    return said;
  }

  private static @Nullable Said take(RivalRaise raise, List<Said> unmatched) {
    for (Said one : unmatched) {
      if (speaksOf(raise, one)) {
        unmatched.remove(one);
        return one;
      }
    }
    return null;
  }

  /** By name where the customer gave one, else by kind. */
  private static boolean speaksOf(RivalRaise raise, Said one) {
    for (String name : one.names) {
      if (raise.names().contains(name) || raise.passage().text().contains(name)) {
        return true;
      }
    }
    return one.names.isEmpty() && one.kinds.stream().anyMatch(raise.kinds()::contains);
  }

  private static @Nullable Passage answer(SegmentedDocument document, RivalRaise raise) {
    Passage answer = RivalAnswers.in(document, raise.from(), raise.to(), raise.block());
    if (answer != null) {
      return answer;
    }
    int before = raise.block() - 1;
    boolean listed =
        before >= 0
            && document.blocks().get(before).block().kind()
                == document.blocks().get(raise.block()).block().kind()
            && document.blocks().get(before).cues().has("rival.commitment")
            && document.blocks().get(before).block().cell() == null;
    return listed ? RivalAnswers.in(document, before, raise.block(), -1) : null;
  }

  /** Where the proposal takes up the statement's topic without naming the rival, and answers. */
  private @Nullable Passage answerElsewhere(
      SegmentedDocument document, List<String> statements, Said one) {
    Language language = document.document().language();
    UnitReader reader = new UnitReader(pack, language);
    Units proposal = reader.read(document.blocks().stream().map(ReadBlock::text).toList());
    Aligner aligner =
        new Aligner(
            proposal,
            List.of(reader.read(statements.get(one.index))),
            language == Language.ZH,
            SAME_TOPIC);
    for (Stretch stretch : aligner.align()) {
      int block = proposal.text(stretch.from());
      int end = RivalAnswers.end(document, block);
      boolean worry =
          document.blocks().get(block).block().heading()
              || RivalAnswers.asks(document.blocks().get(block).text())
              || end > block + 1;
      Passage answer = worry ? RivalAnswers.in(document, block, end, block) : null;
      if (answer != null) {
        return answer;
      }
    }
    return null;
  }

  private record Said(int index, String text, Set<String> kinds, Set<String> names) {}
}
