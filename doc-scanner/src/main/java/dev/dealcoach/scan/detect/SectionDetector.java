package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.TableView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of the ten sections are really there. What counts is content: a heading announces
 * where to look and lowers what is asked of the content, but alone it makes nothing present.
 * Stateless, thread-safe.
 */
final class SectionDetector {
  /** So much of a name must stand in the title for it to be the customer's, in characters. */
  private static final int NAME_HAN = 3;

  private static final int NAME_LETTERS = 4;

  /** One entry for each section, in the order of {@link SectionRole}. */
  List<SectionPresence> detect(
      SegmentedDocument document,
      List<PainQuote> painQuotes,
      List<Evidence> evidence,
      List<Objection> objections,
      List<ClausePresence> clauses) {
    List<SectionPresence> sections = new ArrayList<>();
    for (SectionRole role : SectionRole.values()) {
      Passage content =
          switch (role) {
            case CUSTOMER_SITUATION ->
                first(
                    document,
                    role,
                    (block, at) -> situation(block, at) || namesCustomer(document, block, at),
                    SectionDetector::situationUnannounced);
            case PAIN_POINTS -> pain(document, painQuotes);
            case SOLUTION ->
                first(document, role, SectionDetector::deliver, SectionDetector::deliver);
            case VALUE_ROI ->
                first(document, role, SectionDetector::value, SectionDetector::valueUnannounced);
            case EVIDENCE_CASES -> evidence.isEmpty() ? null : evidence.getFirst().passage();
            case PRICING -> price(document);
            case IMPLEMENTATION_PLAN -> plan(document);
            case OBJECTIONS_QA ->
                objections.stream()
                    .filter(o -> o.response() != null)
                    .map(Objection::objection)
                    .findFirst()
                    .orElse(null);
            case RISK_TERMS -> riskTerms(clauses);
            case NEXT_STEPS ->
                first(
                    document,
                    role,
                    SectionDetector::nextStep,
                    SectionDetector::nextStepUnannounced);
          };
      sections.add(new SectionPresence(role, content, heading(document, role)));
    }
    return sections;
  }

  /**
   * The customer's own words first; then content that speaks of a problem of theirs; then words
   * that only mean the same.
   */
  private static @Nullable Passage pain(SegmentedDocument document, List<PainQuote> quotes) {
    for (PainQuote quote : quotes) {
      if (quote.kind() != PainQuote.Kind.PARAPHRASE) {
        return quote.passage();
      }
    }
    Passage content =
        first(
            document,
            SectionRole.PAIN_POINTS,
            SectionDetector::pain,
            SectionDetector::painUnannounced);
    if (content == null) {
      content = trouble(document);
    }
    return content != null || quotes.isEmpty() ? content : quotes.getFirst().passage();
  }

  /** What has gone wrong, told among the facts of the customer's state. */
  private static @Nullable Passage trouble(SegmentedDocument document) {
    for (Section section : document.sections()) {
      if (section.roles().contains(SectionRole.CUSTOMER_SITUATION)) {
        Passage found =
            first(
                document,
                section,
                (block, at) -> block.cues().has("content.trouble", at) && situation(block, at));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** Amounts in a section of prices, prices anywhere, or a table column headed as amounts. */
  private static @Nullable Passage pricing(SegmentedDocument document) {
    Passage prices =
        first(
            document,
            SectionRole.PRICING,
            SectionDetector::price,
            SectionDetector::priceUnannounced);
    for (TableView table : prices == null ? TableView.of(document) : List.<TableView>of()) {
      for (Map<Integer, List<ReadBlock>> row : table.rows().values()) {
        for (Map.Entry<Integer, List<ReadBlock>> cell : row.entrySet()) {
          ReadBlock head = table.headOver(cell.getKey());
          ReadBlock amount = cell.getValue().getFirst();
          if (head != null
              && head.cues().has("content.money-head")
              && amount.cues().has("content.money")) {
            return Passage.of(amount.block(), 0, amount.text().length());
          }
        }
      }
    }
    return prices;
  }

  private static @Nullable Passage riskTerms(List<ClausePresence> clauses) {
    List<ClausePresence> present = clauses.stream().filter(ClausePresence::present).toList();
    return present.size() >= 2
        ? present.stream().map(ClausePresence::passage).sorted().findFirst().orElse(null)
        : null;
  }

  /**
   * The first sentence that is such content: in sections that announce the role, else anywhere by
   * the stricter test.
   */
  private static @Nullable Passage first(
      SegmentedDocument document,
      SectionRole role,
      BiPredicate<ReadBlock, Span> announced,
      BiPredicate<ReadBlock, Span> anywhere) {
    for (Section section : document.sections()) {
      if (section.roles().contains(role)) {
        Passage found = first(document, section, announced);
        if (found != null) {
          return found;
        }
      }
    }
    for (Section section : document.sections()) {
      Passage found = first(document, section, anywhere);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Passage first(
      SegmentedDocument document, Section section, BiPredicate<ReadBlock, Span> test) {
    for (int i = section.body(); i < section.to(); i++) {
      ReadBlock block = document.blocks().get(i);
      for (Span sentence : block.sentences()) {
        if (!block.cues().has("content.placeholder", sentence) && test.test(block, sentence)) {
          return Passage.of(block.block(), sentence.start(), sentence.end());
        }
      }
    }
    return null;
  }

  private static boolean situation(ReadBlock block, Span at) {
    CueHits cues = block.cues();
    boolean quoted = "“\"「『".indexOf(block.text().charAt(at.start())) >= 0;
    boolean theirs = cues.has("content.customer", at) || !quoted;
    boolean features = cues.has("content.deliver", at) && !cues.has("content.customer", at);
    return cues.has("content.fact", at)
        && theirs
        && !features
        && !cues.has("content.market-talk", at);
  }

  /** A fact of whoever the title names first: "Corrin works two faces", "鼎汇在租设备六千台". */
  private static boolean namesCustomer(SegmentedDocument document, ReadBlock block, Span at) {
    String title = document.blocks().getFirst().text();
    String sentence = at.of(block.text());
    int length = 0;
    while (length < sentence.length() && Character.isLetter(sentence.charAt(length))) {
      length++;
    }
    boolean han = !sentence.isEmpty() && Han.isHan(sentence.charAt(0));
    String name = sentence.substring(0, han ? Math.min(length, NAME_HAN) : length);
    return block.index() > 0
        && name.length() >= (han ? NAME_HAN : NAME_LETTERS)
        && Character.isLetter(name.charAt(0))
        && (han || Character.isUpperCase(name.charAt(0)))
        && title.contains(name)
        && block.cues().has("content.fact", at)
        && !block.cues().hasAny(at, "content.market-talk", "grammar.seller");
  }

  private static boolean situationUnannounced(ReadBlock block, Span at) {
    CueHits cues = block.cues();
    return cues.has("content.customer-state", at)
        && cues.has("content.fact", at)
        && !cues.hasAny(at, "content.market-talk", "content.conditional");
  }

  private static boolean pain(ReadBlock block, Span at) {
    CueHits cues = block.cues();
    return cues.has("content.problem", at)
        && !cues.has("content.market-talk", at)
        && (cues.has("content.customer", at) || cues.has("content.fact", at));
  }

  private static boolean painUnannounced(ReadBlock block, Span at) {
    CueHits cues = block.cues();
    return cues.has("content.customer-state", at)
        && cues.has("content.problem", at)
        && cues.has("content.fact", at)
        && !cues.hasAny(at, "content.market-talk", "content.conditional");
  }

  private static boolean deliver(ReadBlock block, Span at) {
    return block.cues().has("content.deliver", at) && at.length() >= 8;
  }

  private static boolean value(ReadBlock block, Span at) {
    return block.cues().has("content.saving", at) && !block.cues().has("content.market-talk", at);
  }

  private static boolean valueUnannounced(ReadBlock block, Span at) {
    CueHits cues = block.cues();
    boolean elsewhere =
        cues.hasAny(at, "evidence.site", "evidence.site-anaphor")
            && !cues.has("evidence.forecast", at);
    return cues.has("content.benefit", at)
        && !cues.hasAny(
            at,
            "evidence.sla-remedy",
            "clause.liability-breach",
            "content.discount",
            "content.market-talk")
        && !elsewhere;
  }

  private static boolean price(ReadBlock block, Span at) {
    return block.cues().hasAny(at, "content.money", "content.bare-amount");
  }

  private static boolean priceUnannounced(ReadBlock block, Span at) {
    CueHits cues = block.cues();
    boolean several = cues.of("content.money", at).size() >= 2;
    boolean benefit =
        cues.hasAny(
            at, "content.problem", "content.saving", "content.benefit", "evidence.sla-remedy");
    boolean price =
        cues.has("content.price", at)
            && !cues.hasAny(at, "content.benefit", "content.no-price", "clause.liability-breach");
    return price || (several && !benefit);
  }

  private static boolean nextStep(ReadBlock block, Span at) {
    CueHits cues = block.cues();
    boolean action =
        cues.has("content.next-action", at)
            || (cues.has("content.step", at) && cues.has("content.customer", at));
    return action
        && cues.has("content.time-or-person", at)
        && !past(cues, at)
        && !cues.has("content.discount", at);
  }

  private static boolean nextStepUnannounced(ReadBlock block, Span at) {
    CueHits cues = block.cues();
    return cues.has("content.next-action", at)
        && cues.has("content.time-or-person", at)
        && !past(cues, at)
        && !cues.hasAny(at, "content.empty-closing", "content.promotion", "content.discount");
  }

  /** What has been done is no next step, unless the sentence also says what will be. */
  private static boolean past(CueHits cues, Span at) {
    return cues.has("evidence.done", at) && !cues.has("content.future", at);
  }

  /**
   * Prices under a heading that announces them, in a column of amounts, or as sentences that state
   * a price.
   */
  private static @Nullable Passage price(SegmentedDocument document) {
    Passage column =
        column(
            document,
            "content.price-column",
            cell -> cell.cues().has("content.money") || cell.cues().has("content.fact"));
    return column != null ? column : pricing(document);
  }

  /**
   * The first cell that passes a test in a column whose head has a cue, if at least two cells of it
   * do or the table has one row.
   */
  private static @Nullable Passage column(
      SegmentedDocument document, String headCue, Predicate<ReadBlock> test) {
    for (TableView table : TableView.of(document)) {
      for (int column : table.head().keySet()) {
        ReadBlock head = table.headOver(column);
        if (head == null || !head.cues().has(headCue)) {
          continue;
        }
        List<ReadBlock> cells =
            table.rows().entrySet().stream()
                .filter(
                    row -> row.getKey() != table.headRow() && row.getValue().containsKey(column))
                .map(row -> row.getValue().get(column).getFirst())
                .filter(test)
                .toList();
        if (cells.size() >= Math.min(2, table.rows().size() - 1) && !cells.isEmpty()) {
          return whole(cells.getFirst());
        }
      }
    }
    return null;
  }

  /**
   * Steps with times: weeks or days counted off in one place, a table with a column of times, steps
   * with times under a heading that announces a plan, or three of them close together elsewhere.
   */
  private static @Nullable Passage plan(SegmentedDocument document) {
    for (ReadBlock block : document.blocks()) {
      boolean counted =
          block.cues().of("content.sequence").size() >= 2 && block.cues().has("content.step");
      boolean dated =
          block.cues().of("content.step-time").size() >= 3
              && block.cues().of("content.step").size() >= 2;
      if (!block.heading() && (counted || dated)) {
        return whole(block);
      }
    }
    Passage column = column(document, "content.time-column", cell -> cell.text().length() <= 24);
    if (column != null) {
      return column;
    }
    for (Section section : document.sections()) {
      boolean announced = section.roles().contains(SectionRole.IMPLEMENTATION_PLAN);
      boolean terms = section.roles().contains(SectionRole.RISK_TERMS);
      int steps = 0;
      int phases = 0;
      ReadBlock first = null;
      for (int i = section.body(); i < section.to(); i++) {
        ReadBlock block = document.blocks().get(i);
        boolean timed =
            block.cues().has("content.step-time") || block.cues().has("content.sequence");
        boolean labelled = block.cues().has("content.phase") && !block.cues().has("content.money");
        phases += labelled ? block.cues().of("content.phase").size() : 0;
        if (first == null && labelled) {
          first = block;
        }
        if (timed && (block.cues().has("content.step") || announced)) {
          steps += Math.max(1, block.cues().of("content.sequence").size());
          first = first == null ? block : first;
        }
      }
      boolean enough = announced ? steps + phases >= 1 : (steps >= 3 && !terms) || phases >= 2;
      if (first != null && enough) {
        return whole(first);
      }
    }
    return null;
  }

  private static Passage whole(ReadBlock block) {
    return Passage.of(block.block(), 0, block.text().length());
  }

  /**
   * The heading that announces a section; neither the title of the whole nor a question does,
   * whatever words of a heading they hold ("Next-generation Guest Experience Platform").
   */
  private static @Nullable Passage heading(SegmentedDocument document, SectionRole role) {
    for (Section section : document.sections()) {
      if (section.heading() != null
          && section.heading() > 0
          && section.roles().contains(role)
          && !RivalAnswers.asks(document.blocks().get(section.heading()).text())) {
        Block block = document.blocks().get(section.heading()).block();
        return Passage.of(block, 0, block.text().length());
      }
    }
    return null;
  }
}
