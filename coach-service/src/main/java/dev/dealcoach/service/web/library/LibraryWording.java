package dev.dealcoach.service.web.library;

import dev.dealcoach.kb.Reason;
import dev.dealcoach.kb.text.Labels;
import dev.dealcoach.nlp.pack.Industry;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.retrieval.TalkTracks;
import dev.dealcoach.service.web.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Names for what is noted about examples, and why one was chosen, for readers. Immutable. */
public final class LibraryWording {
  static final List<String> STAGES = List.of("discovery", "proposal", "negotiation", "closing");
  static final List<String> TAGS =
      List.of(
          "customer_profile",
          "pain_recognition",
          "value",
          "objection_handling",
          "closing_action",
          TalkTracks.TAG);

  private final Messages messages;
  private final List<Industry> industries;

  public LibraryWording(Messages messages, List<Industry> industries) {
    this.messages = messages;
    this.industries = List.copyOf(industries);
  }

  /** The industries that can be chosen: id and name. */
  Map<String, String> industries(Language language) {
    Map<String, String> names = new LinkedHashMap<>();
    industries.forEach(each -> names.put(each.id(), each.name(language)));
    return names;
  }

  /** What an example can show: id and name. */
  Map<String, String> shows(Language language) {
    return Labels.shows(language);
  }

  Map<String, String> stages(Language language) {
    Map<String, String> names = new LinkedHashMap<>();
    STAGES.forEach(id -> names.put(id, stage(id, language)));
    return names;
  }

  Map<String, String> tags(Language language) {
    Map<String, String> names = new LinkedHashMap<>();
    TAGS.forEach(id -> names.put(id, tag(id, language)));
    return names;
  }

  String industry(String id, Language language) {
    return industries.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .map(each -> each.name(language))
        .orElse(id);
  }

  String stage(String id, Language language) {
    return named("example.stage.", id, language);
  }

  String tag(String id, Language language) {
    return named("example.tag.", id, language);
  }

  private String named(String kind, String id, Language language) {
    return Objects.requireNonNullElse(messages.in(language).get(kind + id), id);
  }

  /** Why it was chosen, in sentences; what the reader sees anyway is left out. */
  List<String> why(List<Reason> reasons, Language language) {
    return reasons.stream()
        .map(reason -> why(reason, language))
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  private String why(Reason reason, Language language) {
    return switch (reason) {
      case Reason.SharedWords(List<String> words) ->
          text("words", language).replace("{words}", list(words, language));
      case Reason.FactsMatch(List<String> words) ->
          text("noted", language).replace("{words}", list(words, language));
      case Reason.NearInMeaning _ -> text("meaning", language);
      case Reason.TopSeller(int rank) ->
          text("top", language).replace("{rank}", Integer.toString(rank));
      case Reason.Recent _ -> text("recent", language);
      case Reason.SameIndustry _ -> text("same-industry", language);
      case Reason.OtherIndustry(String industry, String _) ->
          text("other-industry", language).replace("{industry}", industry(industry, language));
      case Reason.NoTopSeller _ -> text("no-top", language);
      case Reason.Answers _ -> "";
    };
  }

  private String list(List<String> words, Language language) {
    return String.join(language == Language.ZH ? "、" : ", ", words);
  }

  private String text(String key, Language language) {
    return messages.text(language, "example.why." + key);
  }

  /** A sentence of the pages. */
  String sentence(String key, Language language) {
    return messages.text(language, key);
  }
}
