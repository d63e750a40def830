package dev.dealcoach.service.web.packs;

import dev.dealcoach.nlp.pack.PackProblem;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.pack.PackDesk;
import dev.dealcoach.service.pack.PackInForce;
import dev.dealcoach.service.pack.StoredPack;
import dev.dealcoach.service.web.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Words for packs, their problems and what they would change. Thread-safe. */
public final class PackWording {
  private static final int SHORT_HASH = 12;

  private final Messages messages;
  private final PackInForce inForce;

  public PackWording(Messages messages, PackInForce inForce) {
    this.messages = messages;
    this.inForce = inForce;
  }

  /** What is wrong, in the reader's language. */
  String problem(PackProblem problem, Language language) {
    return problem.worded(messages.text(language, "packs.fault." + problem.fault().id()));
  }

  /** Problems as templates take them. */
  List<Map<String, Object>> problems(List<PackProblem> problems, Language language) {
    return problems.stream()
        .map(
            each -> {
              Map<String, Object> line = new LinkedHashMap<>();
              line.put("file", each.file());
              line.put("line", each.line());
              line.put("text", problem(each, language));
              return line;
            })
        .toList();
  }

  /** How a pack is called. */
  String name(StoredPack pack, Language language) {
    if (!pack.name().isEmpty()) {
      return pack.name();
    }
    return messages.text(
        language,
        inForce.configured().sha256().equals(pack.sha256())
            ? "packs.shipped"
            : "packs.shipped-before");
  }

  /** A pack as a line of a list. */
  Map<String, Object> line(StoredPack pack, Language language) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", pack.id().toString());
    line.put("name", name(pack, language));
    line.put("number", pack.number() == null ? "" : Integer.toString(pack.number()));
    line.put("state", pack.state().id());
    line.put("revision", pack.revision());
    line.put("note", pack.note());
    line.put("packId", pack.packId());
    line.put("sha256", Objects.requireNonNullElse(pack.sha256(), ""));
    line.put("hash", pack.sha256() == null ? "" : pack.sha256().substring(0, SHORT_HASH));
    line.put("touched", pack.touched().toString());
    line.put(
        "inForce", pack.sha256() != null && pack.sha256().equals(inForce.judges().pack().sha256()));
    return line;
  }

  /** Why something was not done, as the name of a problem. */
  static String refused(PackDesk.Outcome outcome) {
    return "pack-" + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The key of the sentences that say it. */
  static String key(String refused) {
    return "problem." + refused;
  }

  /** The industries that can be chosen: id and name. */
  Map<String, String> industries(Language language) {
    Map<String, String> names = new LinkedHashMap<>();
    inForce.judges().pack().industries().all().stream()
        .forEach(each -> names.put(each.id(), each.name(language)));
    return names;
  }

  /** The industry that somebody typed; empty if it is none that is known. */
  String industry(String typed, Language language) {
    return inForce
        .judges()
        .pack()
        .industries()
        .find(typed)
        .map(each -> each.name(language))
        .orElse("");
  }

  /** What a rule or an item is called, where the pages have a name for it. */
  String named(String kind, String id, Language language) {
    return Objects.requireNonNullElse(messages.in(language).get(kind + id), id);
  }
}
