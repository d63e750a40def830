package dev.dealcoach.service.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.dealcoach.nlp.pack.Industry;
import dev.dealcoach.nlp.pack.Rule;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.statement.DiscoveryItem;
import dev.dealcoach.nlp.statement.SummaryJudge;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.service.score.DiscoveryScore;
import dev.dealcoach.service.score.Status;
import dev.dealcoach.service.wording.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The discovery score of one summary as it stands in JSON. Offsets are UTF-16 code units of the
 * text. Immutable.
 *
 * @param version of this format: 1
 * @param score 0 to 100
 * @param filler whether the summary says nothing that could be checked
 * @param items the five items by id, in the checklist's order
 * @param vague weak commitments, in text order
 * @param pack the rule pack that was used
 * @param models the trained models that were used
 */
@JsonPropertyOrder({"version", "score", "filler", "items", "vague", "pack", "models"})
public record DiscoveryReport(
    int version,
    int score,
    boolean filler,
    Map<String, Item> items,
    List<Place> vague,
    ScanReport.Pack pack,
    List<Model> models) {
  /** The version of the format. */
  public static final int VERSION = 1;

  /**
   * One item.
   *
   * @param status {@code covered}, {@code partial} or {@code missing}
   * @param reason why, as a sentence
   * @param evidence that which decides first; empty when missing
   * @param against what speaks against it
   * @param ask the question to ask next, null when covered
   */
  @JsonPropertyOrder({"status", "reason", "evidence", "against", "ask"})
  public record Item(
      String status,
      String reason,
      List<Place> evidence,
      List<Place> against,
      @Nullable String ask) {}

  /** A place in the text with its words. */
  @JsonPropertyOrder({"text", "start", "end"})
  public record Place(String text, int start, int end) {
    private static List<Place> of(String text, List<Span> spans) {
      return spans.stream().map(s -> new Place(s.of(text), s.start(), s.end())).toList();
    }
  }

  /** A trained model. */
  @JsonPropertyOrder({"id", "sha256"})
  public record Model(String id, String sha256) {}

  /**
   * Puts a score in words.
   *
   * @param text what was scored
   * @param industry whose questions are asked; null for those that are asked in general
   * @param wording language of the sentences
   */
  public static DiscoveryReport of(
      String text,
      DiscoveryScore score,
      RulePack pack,
      @Nullable Industry industry,
      List<SummaryJudge.ModelStamp> models,
      Language wording) {
    Messages messages = Messages.of(wording);
    Map<String, Item> items = new LinkedHashMap<>();
    score
        .items()
        .forEach(
            (item, found) ->
                items.put(
                    item.id(),
                    new Item(
                        found.status().id(),
                        messages.text("discovery.reason." + item.id() + "." + found.reason()),
                        Place.of(text, found.evidence()),
                        Place.of(text, found.against()),
                        found.status() == Status.COVERED
                            ? null
                            : ask(item, found.status(), pack, industry, wording))));
    return new DiscoveryReport(
        VERSION,
        score.score(),
        score.filler(),
        items,
        Place.of(text, score.vague()),
        new ScanReport.Pack(pack.id(), pack.sha256()),
        models.stream().map(model -> new Model(model.id(), model.sha256())).toList());
  }

  private static String ask(
      DiscoveryItem item,
      Status status,
      RulePack pack,
      @Nullable Industry industry,
      Language wording) {
    String key = item.id().replace('_', '-') + "-" + status.id();
    Rule general = pack.rule("ask." + key);
    return Optional.ofNullable(industry)
        .flatMap(known -> known.question(key, wording))
        .orElseGet(() -> general.wording().get(wording).advice());
  }
}
