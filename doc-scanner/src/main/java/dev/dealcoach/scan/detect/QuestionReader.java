package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.RunIn;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document sentence by sentence for worries and collects what follows each as its answer.
 * Not thread-safe; lives for one document.
 */
final class QuestionReader {
  /** The longest block that is taken as a question as a whole. */
  private static final int LONGEST_QUESTION = 160;

  /** The longest statement that is taken as a doubt only because it opens a paragraph. */
  private static final int FEW_WORDS = 60;

  private static final Pattern ITEM = Pattern.compile("^(?:\\d{1,2}|[A-Z])\\.\\d{1,2} ");

  private final SegmentedDocument document;
  private final List<Asked> asked = new ArrayList<>();
  private @Nullable Open open;

  /** The last section in which a doubt had a paragraph of its own. */
  private @Nullable Section apart;

  /** The last block in which a doubt was raised. */
  private int askedIn = -2;

  QuestionReader(SegmentedDocument document) {
    this.document = document;
  }

  /**
   * A worry with what follows it.
   *
   * @param question the worry's words
   * @param answer what follows, block by block; may be empty
   * @param certain whether it surely is a worry, so that it counts as unanswered when nothing
   *     answers it
   */
  record Asked(TextPart question, List<TextPart> answer, boolean certain) {}

  /** Everything read so far; closes the last question. */
  List<Asked> asked() {
    close();
    return asked;
  }

  /** Reads the next block that is no table cell. */
  void read(ReadBlock block) {
    Setting setting = setting(block);
    if (block.heading()) {
      close();
      if (headingAsks(block, setting)) {
        open(block, words(block, 0, block.text().length()), Reach.HEADING, true);
      }
      return;
    }
    if (open != null && (!reaches(block, setting) || closing(block))) {
      close();
    }
    if (wholeBlockAsks(block, setting)) {
      close();
      apart = document.sectionOf(block.index());
      open(
          block,
          words(block, 0, block.text().length()),
          setting.underHeading() ? Reach.ANNOUNCED : Reach.NEXT_BLOCK,
          true);
      return;
    }
    int title = RunIn.end(block);
    int from = title > 0 ? afterTitle(block, title) : leadIn(block, setting);
    for (int i = from; i < block.sentences().size(); i++) {
      boolean first = i == 0 || (title > 0 && i == from) || numbered(block, i);
      sentence(block, setting, i, first);
    }
  }

  /** "Please confirm by 12 June": after the last answer a paragraph asks for the next step. */
  private boolean closing(ReadBlock block) {
    Open current = open;
    Span first = block.sentences().getFirst();
    return current != null
        && !current.answer.isEmpty()
        && block.cues().has("content.next-action", first)
        && block.cues().has("content.time-or-person", first)
        && block.cues().has("content.future", first);
  }

  /** "5.2 Change of officers …": an item that runs on in a paragraph. */
  private static boolean numbered(ReadBlock block, int i) {
    return ITEM.matcher(block.sentences().get(i).of(block.text())).find();
  }

  /** The first sentence behind a heading that runs into its paragraph. */
  private static int afterTitle(ReadBlock block, int title) {
    int i = 0;
    while (i < block.sentences().size() && block.sentences().get(i).end() <= title) {
      i++;
    }
    return i;
  }

  /**
   * "Loggers will be stolen. Since then they sit under the cover …": among announced doubts a few
   * words at the start of a paragraph are the doubt, unless doubts have paragraphs of their own
   * there or the paragraph answers one. Without a heading such paragraphs must follow each other.
   */
  private boolean fewWords(ReadBlock block, Setting setting, Span sentence) {
    int colon = latinColon(block.text(), sentence);
    boolean few = colon > 0 || (block.sentences().size() > 1 && sentence.length() <= FEW_WORDS);
    if (!setting.announced() || !few) {
      return false;
    }
    boolean awaited = open != null && open.answer.isEmpty();
    boolean inRow =
        setting.underHeading()
            || askedIn == block.index() - 1
            || (block.index() > 0
                && document.blocks().get(block.index() - 1).cues().has("objection.announcement"));
    return !awaited
        && inRow
        && !document.sectionOf(block.index()).equals(apart)
        && !block.cues().has("objection.announcement", sentence)
        && !block.cues().has("objection.brush-off", sentence);
  }

  /**
   * "Residents complained last time. Why should they accept this?": a short remark at the start of
   * a block and the worry it leads to are one question. Returns how many sentences were taken.
   */
  private int leadIn(ReadBlock block, Setting setting) {
    if (block.sentences().size() < 3) {
      return 0;
    }
    Span remark = block.sentences().get(0);
    Span question = block.sentences().get(1);
    boolean marked =
        block.cues().has("objection.question-mark") || block.cues().has("objection.answer-mark");
    boolean worry =
        endsAsking(block.text(), question) && block.cues().has("objection.worry", question);
    boolean lead =
        block.cues().has("objection.worry", remark)
            && block.cues().has("objection.worry-lead", question);
    boolean brief = question.end() <= LONGEST_QUESTION && !endsAsking(block.text(), remark);
    if (marked || setting.situation() || !brief || !(worry || lead)) {
      return 0;
    }
    close();
    open(block, words(block, remark.start(), question.end()), reach(setting, false), true);
    return 2;
  }

  /**
   * @param first whether nothing stands before the sentence in its block but a title
   */
  private void sentence(ReadBlock block, Setting setting, int i, boolean first) {
    Span sentence = block.sentences().get(i);
    boolean last = i == block.sentences().size() - 1;
    Span answerMark = markAt(block, "objection.answer-mark", sentence);
    Span questionMark = markAt(block, "objection.question-mark", sentence);
    if (answerMark != null && open != null) {
      if (answerMark.end() < sentence.end()) {
        answer(block, new Span(answerMark.end(), sentence.end()));
      }
      return;
    }
    boolean worry = block.cues().has("objection.worry", sentence);
    boolean lead = block.cues().has("objection.worry-lead", sentence) && !setting.situation();
    boolean asks = endsAsking(block.text(), sentence);
    boolean neutral = block.cues().has("objection.neutral-question", sentence) && !lead;
    boolean starts;
    if (questionMark != null) {
      starts = true;
    } else if (setting.announced()) {
      starts =
          first
              ? worry
                  || asks
                  || lead
                  || ordinal(block, sentence)
                  || remark(block, setting, sentence, last)
                  || fewWords(block, setting, sentence)
              : (asks && (worry || neutral || asksOn(block, sentence)))
                  || (lead && !setting.underHeading());
    } else {
      boolean another = open != null && open.block.index() == block.index() && open.asks;
      boolean opening =
          first
              && (asks || quoted(block.text(), sentence))
              && worry
              && !last
              && !setting.situation();
      starts = lead || opening || (another && asks && worry);
    }
    if (!starts) {
      if (open != null) {
        answer(block, sentence);
      }
      return;
    }
    close();
    int from = questionMark == null ? sentence.start() : questionMark.end();
    int split = splitAt(block.text(), new Span(from, sentence.end()));
    if (split < 0 && first && setting.announced() && !asks) {
      split = latinColon(block.text(), sentence);
    }
    int to = split < 0 ? sentence.end() : split;
    if (from >= to) {
      return; // a mark with nothing behind it
    }
    Span question = words(block, from, to);
    if (neutral) {
      return; // what answers it belongs to no worry
    }
    boolean certain = questionMark != null || asks || (setting.announced() && (worry || lead));
    open(block, question, reach(setting, last), certain);
    if (split >= 0) {
      int answer = block.text().charAt(split) == ':' ? split + 1 : split;
      answer(block, words(block, answer, sentence.end()));
    }
  }

  /**
   * "Service from Germany?": a short question in a block that holds one with its answer already.
   */
  private boolean asksOn(ReadBlock block, Span sentence) {
    Open before = open;
    return before != null
        && before.asks
        && before.block.index() == block.index()
        && !before.answer.isEmpty()
        && sentence.length() <= FEW_WORDS;
  }

  private static Reach reach(Setting setting, boolean lastInBlock) {
    return setting.underHeading()
        ? Reach.ANNOUNCED
        : lastInBlock ? Reach.NEXT_BLOCK : Reach.SAME_BLOCK;
  }

  // ---- what is a question

  private boolean headingAsks(ReadBlock block, Setting setting) {
    Span whole = block.whole();
    boolean neutral =
        block.cues().has("objection.neutral-question", whole)
            || block.cues().has("heading.objections-qa-title", whole);
    if (neutral || !Set.of().equals(roleless(block))) {
      return false;
    }
    boolean asks = block.text().indexOf('？') >= 0 || block.text().indexOf('?') >= 0;
    boolean worry = block.cues().has("objection.worry", whole);
    return setting.underAnnounced()
        ? true
        : worry && (asks || block.cues().has("objection.worry-strong", whole));
  }

  /**
   * The roles of a heading that announces a section of doubts itself; such a heading is a title, no
   * question.
   */
  private static Set<SectionRole> roleless(ReadBlock block) {
    return block.cues().has(SectionRole.OBJECTIONS_QA.headingCue())
            && !block.cues().has("objection.worry")
        ? Set.of(SectionRole.OBJECTIONS_QA)
        : Set.of();
  }

  /** A short paragraph that asks as a whole, or stands alone among doubts and their answers. */
  private boolean wholeBlockAsks(ReadBlock block, Setting setting) {
    Span whole = block.whole();
    if (whole.length() > LONGEST_QUESTION
        || block.cues().has("objection.neutral-question", whole)) {
      return false;
    }
    if (markAt(block, "objection.answer-mark", whole) != null
        || markAt(block, "objection.question-mark", whole) != null) {
      return false;
    }
    boolean worry = block.cues().has("objection.worry", whole);
    boolean asks = endsAsking(block.text(), whole);
    boolean several =
        block.sentences().stream().filter(sentence -> endsAsking(block.text(), sentence)).count()
            > 1;
    if (asks && !several) {
      return worry || setting.announced();
    }
    ReadBlock next = next(block);
    boolean holdsQuestion =
        block.sentences().stream().anyMatch(sentence -> endsAsking(block.text(), sentence));
    if (holdsQuestion
        && !several
        && worry
        && block.sentences().size() == 2
        && next != null
        && !next.heading()
        && next.text().length() > whole.length()
        && endsAsking(block.text(), block.sentences().getFirst())) {
      return true; // "Is it not cheaper to go straight to them? One hand less in between." and the
      // answer below
    }
    if (setting.announced()
        && next != null
        && block.block().kind() == BlockKind.LIST_ITEM
        && next.block().kind() == BlockKind.LIST_ITEM
        && next.block().level() > block.block().level()) {
      return true; // the answer hangs below its doubt
    }
    boolean title =
        !several
            && !endsWithStop(block.text())
            && next != null
            && !next.heading()
            && next.text().length() > whole.length() / 2;
    return setting.announced()
        && title
        && block.sentences().size() <= 2
        && whole.length() <= 60
        && splitAt(block.text(), whole) < 0
        && (worry || block.block().kind() == BlockKind.PARAGRAPH);
  }

  private @Nullable ReadBlock next(ReadBlock block) {
    return block.index() + 1 < document.blocks().size()
        ? document.blocks().get(block.index() + 1)
        : null;
  }

  /**
   * Among announced doubts, where each paragraph is a doubt with its answer: a short first
   * sentence.
   */
  private boolean remark(ReadBlock block, Setting setting, Span sentence, boolean last) {
    boolean answering = open != null && (open.reach == Reach.HEADING || open.whole);
    int longest = document.document().language() == Language.ZH ? 40 : 90;
    return setting.underHeading()
        && !last
        && !answering
        && sentence.length() <= longest
        && block.block().kind() != BlockKind.NOTE
        && !block.cues().has("objection.intro", sentence);
  }

  private static boolean ordinal(ReadBlock block, Span sentence) {
    return block.cues().of("objection.ordinal", sentence).stream()
        .anyMatch(hit -> hit.start() == sentence.start());
  }

  /**
   * Where an answer begins inside the sentence that asks: behind a dash, or a colon after a worry;
   * -1 if nowhere.
   */
  private static int splitAt(String text, Span sentence) {
    for (String dash : List.of("——", " — ", " – ", "→", "－－", "--")) {
      int at = text.indexOf(dash, sentence.start());
      if (at > sentence.start() + 3 && at + dash.length() < sentence.end() - 3) {
        return at;
      }
    }
    int colon = text.indexOf('：', sentence.start());
    if (endsAsking(text, sentence)) {
      return -1; // what stands behind the colon is the question
    }
    return colon > sentence.start() + 5 && colon < sentence.end() - 6 ? colon : -1;
  }

  /** "Noise during funerals: give us the dates …": where the few words of a doubt end, else -1. */
  private static int latinColon(String text, Span sentence) {
    int colon = text.indexOf(": ", sentence.start());
    boolean few = colon > sentence.start() + 5 && colon <= sentence.start() + FEW_WORDS;
    return few && colon < sentence.end() - 20 ? colon : -1;
  }

  private static @Nullable Span markAt(ReadBlock block, String cue, Span sentence) {
    for (Span mark : block.cues().of(cue)) {
      if (mark.start() >= sentence.start() && mark.end() <= sentence.end()) {
        return mark;
      }
    }
    return null;
  }

  private static boolean endsAsking(String text, Span span) {
    int end = span.end();
    while (end > span.start() && "”\"’'」』）)。* ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > span.start() && (text.charAt(end - 1) == '？' || text.charAt(end - 1) == '?');
  }

  /**
   * "“We cannot take drivers off the shift.” Three at a time is …": the sentence is a quotation.
   */
  private static boolean quoted(String text, Span sentence) {
    char end = text.charAt(sentence.end() - 1);
    return "“\"".indexOf(text.charAt(sentence.start())) >= 0 && (end == '”' || end == '"');
  }

  private static boolean endsWithStop(String text) {
    return "。.；;!！，,".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  // ---- where a block stands

  /**
   * What is said above a block.
   *
   * @param announced it stands among doubts and answers
   * @param underHeading a heading says so, not just a sentence before
   * @param underAnnounced its own heading stands below one that announces doubts
   * @param situation it tells of the customer's state or problems
   */
  private record Setting(
      boolean announced, boolean underHeading, boolean underAnnounced, boolean situation) {}

  private Setting setting(ReadBlock block) {
    Section section = document.sectionOf(block.index());
    boolean own = section.roles().contains(SectionRole.OBJECTIONS_QA);
    boolean above = parentAnnounces(section);
    boolean situation =
        !own
            && (section.roles().contains(SectionRole.CUSTOMER_SITUATION)
                || section.roles().contains(SectionRole.PAIN_POINTS));
    boolean lead = leadAbove(block, section);
    boolean underHeading =
        (own && (section.heading() == null || section.heading() != block.index())) || above;
    return new Setting(underHeading || lead, underHeading, above, situation);
  }

  private boolean parentAnnounces(Section own) {
    int at = document.sections().indexOf(own);
    int level = own.level();
    for (int i = at - 1; i >= 0 && own.heading() != null; i--) {
      Section above = document.sections().get(i);
      if (above.heading() != null && above.level() < level) {
        if (above.roles().contains(SectionRole.OBJECTIONS_QA)) {
          return i > 0 || above.level() > 1; // the document's title announces nothing
        }
        level = above.level();
      }
    }
    return false;
  }

  /**
   * A sentence such as "what you asked most are three things" in the same section, up to six blocks
   * above.
   */
  private boolean leadAbove(ReadBlock block, Section section) {
    for (int i = block.index() - 1; i >= Math.max(section.body(), block.index() - 6); i--) {
      if (document.blocks().get(i).cues().has("objection.announcement")) {
        return true;
      }
    }
    return false;
  }

  // ---- the open question

  private enum Reach {
    /** Until the next heading. */
    HEADING,
    /** Until the next question among announced doubts. */
    ANNOUNCED,
    /** The block after it. */
    NEXT_BLOCK,
    SAME_BLOCK
  }

  private static final class Open {
    private final @Nullable TextPart question;
    private final Reach reach;
    private final boolean certain;
    private final boolean asks;
    private final boolean whole;
    private final ReadBlock block;
    private final Section section;
    private final List<TextPart> answer = new ArrayList<>();

    Open(
        @Nullable TextPart question,
        Reach reach,
        boolean certain,
        ReadBlock block,
        Section section) {
      this.question = question;
      this.reach = reach;
      this.certain = certain;
      this.asks =
          question != null && endsAsking(block.text(), new Span(question.start(), question.end()));
      this.whole =
          question != null && question.end() - question.start() >= block.text().length() - 8;
      this.block = block;
      this.section = section;
    }
  }

  private void open(ReadBlock block, Span question, Reach reach, boolean certain) {
    askedIn = block.index();
    open =
        new Open(
            new TextPart(block.index(), question.start(), question.end()),
            reach,
            certain,
            block,
            document.sectionOf(block.index()));
  }

  private void close() {
    if (open != null && open.question != null) {
      asked.add(new Asked(open.question, List.copyOf(open.answer), open.certain));
    }
    open = null;
  }

  private boolean reaches(ReadBlock block, Setting setting) {
    Open current = open;
    if (current == null) {
      return false;
    }
    int distance = block.index() - current.block.index();
    boolean sameSection = document.sectionOf(block.index()).equals(current.section);
    return switch (current.reach) {
      case HEADING -> sameSection;
      case ANNOUNCED -> sameSection && setting.announced();
      case NEXT_BLOCK -> distance <= 1 && sameSection;
      case SAME_BLOCK -> distance == 0;
    };
  }

  private void answer(ReadBlock block, Span span) {
    Open current = open;
    if (current == null) {
      return;
    }
    Span words = trimmed(block.text(), span);
    TextPart last = current.answer.isEmpty() ? null : current.answer.getLast();
    if (last != null && last.block() == block.index()) {
      current.answer.set(
          current.answer.size() - 1, new TextPart(block.index(), last.start(), words.end()));
    } else {
      current.answer.add(new TextPart(block.index(), words.start(), words.end()));
    }
  }

  /** A question's words, without list mark, ordinal, quotation marks and the dash behind them. */
  private static Span words(ReadBlock block, int start, int end) {
    Span span = Spans.withoutMark(block.text(), trimmed(block.text(), new Span(start, end)));
    for (Span ordinal : block.cues().of("objection.ordinal")) {
      if (ordinal.start() == span.start() && ordinal.end() < span.end()) {
        span = new Span(ordinal.end(), span.end());
        break;
      }
    }
    return trimmed(block.text(), span);
  }

  private static Span trimmed(String text, Span span) {
    int start = span.start();
    int end = span.end();
    while (end > start + 1 && "”\"」』】： —–→-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    while (start < end - 1 && "“\"「『【： —–→-".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return new Span(start, end);
  }
}
