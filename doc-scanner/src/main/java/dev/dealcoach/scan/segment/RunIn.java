package dev.dealcoach.scan.segment;

import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.BlockKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a heading that runs into its own paragraph: "3. What we propose. 480 loggers …",
 * "Terms. The desk is invoiced monthly …", "Timetable: data by 30 April …". Stateless.
 */
public final class RunIn {
  private static final String WORD = "[\\p{IsLatin}’'&-]+";

  /**
   * After a number up to 55 letters; else up to four words, or up to seven that begin like a
   * question, before a full stop; or up to six before a colon.
   */
  private static final Pattern LEAD =
      Pattern.compile(
          ("^(?:\\d{1,2}[.)] ?(?<numbered>\\p{Lu}[\\p{IsLatin}’' &-]{2,54})[.:]"
                  + "|(?<asking>(?:What|How|Why|Where|When|Who|Have|If)(?: %1$s){1,6})[.:?]"
                  + "|(?<brief>\\p{Lu}[\\p{IsLatin}’'&-]*(?: %1$s){0,3})[.:]"
                  + "|(?<label>\\p{Lu}[\\p{IsLatin}’'&-]*(?: %1$s){0,5}):)(?= \\S|$)")
              .formatted(WORD));

  private static final List<String> GROUPS = List.of("numbered", "asking", "brief", "label");

  private RunIn() {}

  /** Whether a block opens with a heading of its own that announces a section. */
  static boolean begins(ReadBlock block) {
    return !roles(block).isEmpty();
  }

  /** What a block's opening words announce; empty if they are no heading. */
  static Set<SectionRole> roles(ReadBlock block) {
    Set<SectionRole> roles = EnumSet.noneOf(SectionRole.class);
    Span title = title(block);
    if (title != null) {
      for (SectionRole role : SectionRole.values()) {
        if (block.cues().has(role.headingCue(), title)) {
          roles.add(role);
        }
      }
    }
    return roles;
  }

  /** The end of the opening words that are a heading, 0 if there are none. */
  public static int end(ReadBlock block) {
    Span title = title(block);
    return title == null || roles(block).isEmpty() ? 0 : title.end() + 1;
  }

  private static @Nullable Span title(ReadBlock block) {
    if (block.heading()
        || block.block().kind() != BlockKind.PARAGRAPH
        || block.cues().has("objection.question-mark")
        || block.cues().has("objection.answer-mark")) {
      return null;
    }
    Matcher lead = LEAD.matcher(block.text());
    if (!lead.find()) {
      return null;
    }
    for (String group : GROUPS) {
      if (lead.group(group) != null) {
        Span title = new Span(lead.start(group), lead.end(group));
        boolean sentence =
            group.equals("asking") && block.cues().has("objection.worry-lead", title);
        return sentence ? null : title;
      }
    }
    return null;
  }
}
