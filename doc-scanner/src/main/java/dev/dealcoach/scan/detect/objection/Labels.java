package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The labels at the beginnings of blocks, such as {@code 意见2：}, {@code 【消防】}, {@code Query 3.},
 * {@code →}, and what they do: blocks whose labels take turns are questions and answers. A label is
 * what a section repeats, up to its number. Immutable.
 */
final class Labels {
  private static final Pattern LABEL =
      Pattern.compile(
          "^\\s*(?:(?<bracket>[【\\[〔「『（(][^】\\]〕」』）)]{1,14}[】\\]〕」』）)])\\s*[:：]?"
              + "|(?<arrow>[→⇒▶►➤➜»▸=-]+>?)\\s*"
              + "|(?<colon>[\\p{L}\\p{IsHan}][\\p{L}\\p{IsHan}’' ]{0,22}?\\s?[\\d一二三四五六七八九十]{0,3})\\s*[:：.|｜]\\s*"
              + "|(?<wide>\\p{IsHan}{1,4}[\\d一二三四五六七八九十]{0,3})\\s+"
              + "|(?<number>[（(]?[\\d一二三四五六七八九十]{1,3}[)）.、．])\\s*)");

  /** What the block's label does. */
  enum Role {
    NONE,
    /** The label is one that others repeat. */
    REPEATED,
    /** The first of two labels that take turns. */
    TURN_FIRST,
    /** The second of two labels that take turns. */
    TURN_SECOND
  }

  private final int[] ends;
  private final String[] keys;
  private final Role[] roles;

  Labels(SegmentedDocument document) {
    int size = document.blocks().size();
    ends = new int[size];
    keys = new String[size];
    roles = new Role[size];
    for (int i = 0; i < size; i++) {
      ReadBlock block = document.blocks().get(i);
      Matcher label = LABEL.matcher(block.text());
      roles[i] = Role.NONE;
      keys[i] = "";
      if (block.block().cell() == null && label.lookingAt()) {
        keys[i] = key(label);
        ends[i] = label.end();
      }
    }
    for (Section section : document.sections()) {
      repeats(document, section);
    }
    for (Section section : document.sections()) {
      turns(document, section);
    }
  }

  private static String key(Matcher label) {
    if (label.group("bracket") != null) {
      return "[]";
    }
    if (label.group("number") != null) {
      return "#";
    }
    String text = label.group().strip();
    return text.replaceAll("[\\d一二三四五六七八九十]+", "#").replaceAll("\\s+", "");
  }

  /** A label that nothing repeats is none, unless the rule pack knows it. */
  private void repeats(SegmentedDocument document, Section section) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = section.body(); i < section.to(); i++) {
      counts.merge(keys[i], 1, Integer::sum);
    }
    for (int i = section.from(); i < section.to(); i++) {
      if (keys[i].isEmpty()) {
        continue;
      }
      ReadBlock block = document.blocks().get(i);
      boolean known =
          starts(block, "objection.question-mark") || starts(block, "objection.answer-mark");
      boolean mark = keys[i].equals("#") || "→⇒▶►➤➜»▸=-".indexOf(keys[i].charAt(0)) >= 0;
      if (counts.getOrDefault(keys[i], 0) >= 2 || known || mark) {
        roles[i] = Role.REPEATED;
      } else {
        keys[i] = "";
        ends[i] = 0;
      }
    }
  }

  /** Two labels that take turns, the one that comes first in the section first. */
  private void turns(SegmentedDocument document, Section section) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Integer> firsts = new HashMap<>();
    for (int i = section.body(); i + 1 < section.to(); i++) {
      counts.merge(pair(i, i + 1), 1, Integer::sum);
      firsts.putIfAbsent(pair(i, i + 1), i);
    }
    for (int i = section.body(); i + 1 < section.to(); i++) {
      String other = keys[i + 1] + "\n" + keys[i];
      boolean different = !keys[i].equals(keys[i + 1]) && !keys[i + 1].equals("#");
      boolean first = firsts.get(pair(i, i + 1)) < firsts.getOrDefault(other, Integer.MAX_VALUE);
      if (different
          && first
          && roles[i] != Role.TURN_SECOND
          && !document.blocks().get(i).heading()
          && counts.get(pair(i, i + 1)) >= 2) {
        roles[i] = Role.TURN_FIRST;
        roles[i + 1] = Role.TURN_SECOND;
      }
    }
  }

  private String pair(int one, int two) {
    return keys[one] + "\n" + keys[two];
  }

  private static boolean starts(ReadBlock block, String cue) {
    return block.cues().of(cue).stream().anyMatch(hit -> hit.start() == 0);
  }

  /** Where a block's label ends, 0 without one. */
  int end(int block) {
    return ends[block];
  }

  Role role(int block) {
    return roles[block];
  }
}
