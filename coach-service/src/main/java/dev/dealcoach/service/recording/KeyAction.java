package dev.dealcoach.service.recording;

import dev.dealcoach.nlp.text.Language;
import java.util.List;

/**
 * Something that moves a deal on and that a customer can confirm (SPEC §6). Immutable.
 *
 * @param id permanent name
 * @param zh what it is called in Chinese
 * @param en what it is called in English
 */
public record KeyAction(String id, String zh, String en) {
  /** What is used when nothing is configured. */
  public static final List<KeyAction> STANDARD =
      List.of(
          new KeyAction("tailored-proposal", "发送定制方案", "Send a tailored proposal"),
          new KeyAction("demo", "预约技术演示", "Book a technical demonstration"),
          new KeyAction("contract-approval", "发起合同审批", "Start the approval of the contract"),
          new KeyAction("next-meeting", "约定下次见面", "Fix the next meeting"));

  /** What it is called. */
  public String name(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
