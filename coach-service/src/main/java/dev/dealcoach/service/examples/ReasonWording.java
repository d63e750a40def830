package dev.dealcoach.service.examples;

import dev.dealcoach.kb.Reason;
import dev.dealcoach.service.wording.Messages;
import java.util.List;
import java.util.Locale;

/** Says why an example was chosen. Immutable. */
public final class ReasonWording {
  private final Messages messages;

  public ReasonWording(Messages messages) {
    this.messages = messages;
  }

  /** The reasons as sentences, in their order. */
  public List<String> of(List<Reason> reasons) {
    return reasons.stream().map(this::of).toList();
  }

  private String of(Reason reason) {
    return switch (reason) {
      case Reason.SharedWords(List<String> words) -> worded("words", list(words));
      case Reason.NearInMeaning(double nearness) ->
          worded("meaning", String.format(Locale.ROOT, "%.2f", nearness));
      case Reason.FactsMatch(List<String> words) -> worded("noted", list(words));
      case Reason.TopSeller(int rank) -> worded("top", rank);
      case Reason.Recent(var date) -> worded("recent", date);
      case Reason.Answers(String finding) -> worded("answers", finding);
      case Reason.SameIndustry(String industry) -> worded("same-industry", industry);
      case Reason.OtherIndustry(String industry, String wanted) ->
          worded("other-industry", industry, wanted);
      case Reason.NoTopSeller() -> worded("no-top");
    };
  }

  private String worded(String key, Object... values) {
    return messages.text("examples.why." + key, values);
  }

  private String list(List<String> words) {
    return String.join(messages.text("text.separator"), words);
  }
}
