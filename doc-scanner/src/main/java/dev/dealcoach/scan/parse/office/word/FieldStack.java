package dev.dealcoach.scan.parse.office.word;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The fields (cross references, dates, tables of contents …) that are open at a place of a
 * paragraph: while the instruction of one is read, its characters are not text. For one paragraph;
 * a field that was begun in an earlier paragraph is not known, and only its result can follow.
 */
final class FieldStack {
  private final Deque<Boolean> inInstruction = new ArrayDeque<>();
  private int instructions;

  /** A field begins with its instruction. */
  void begin() {
    inInstruction.push(true);
    instructions++;
  }

  /** The innermost field's instruction ends and its result begins. */
  void separate() {
    if (!inInstruction.isEmpty()) {
      if (inInstruction.pop()) {
        instructions--;
      }
      inInstruction.push(false);
    }
  }

  /** The innermost field ends. */
  void end() {
    if (!inInstruction.isEmpty() && inInstruction.pop()) {
      instructions--;
    }
  }

  /** Whether what is read now is shown. */
  boolean shown() {
    return instructions == 0;
  }
}
