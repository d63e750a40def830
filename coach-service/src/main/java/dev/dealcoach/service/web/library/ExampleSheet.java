package dev.dealcoach.service.web.library;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.library.Content;
import dev.dealcoach.service.library.Curation;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryState;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.library.Masking;
import dev.dealcoach.service.library.Step;
import dev.dealcoach.service.library.TextDiff;
import dev.dealcoach.service.retrieval.NearDuplicates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the page of one example in the workspace shows. Thread-safe. */
public final class ExampleSheet {
  private final LibraryStore library;
  private final Curation curation;
  private final NearDuplicates duplicates;
  private final LibraryWording wording;

  public ExampleSheet(
      LibraryStore library, Curation curation, NearDuplicates duplicates, LibraryWording wording) {
    this.library = library;
    this.curation = curation;
    this.duplicates = duplicates;
    this.wording = wording;
  }

  /** An empty sheet. */
  Map<String, Object> fresh(String problem, Language language) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", "");
    model.put("state", "draft");
    model.put("latest", "0");
    model.put("done", "");
    model.put("problem", problem);
    model.put("mayApprove", false);
    model.put("shown", false);
    model.put("reviewBy", "");
    content(model, Curation.bare(""), language);
    model.put("left", List.of());
    model.put("pieces", List.of());
    model.put("alike", List.of());
    model.put("steps", List.of());
    model.put("diff", List.of());
    model.put("from", "");
    model.put("to", "");
    return model;
  }

  /**
   * A filled sheet.
   *
   * @param from version to compare with {@code to}; null for the one that is shown, or the one
   *     before
   */
  Map<String, Object> of(
      LibraryExample example,
      UUID viewer,
      @Nullable Integer from,
      @Nullable Integer to,
      Language language) {
    Map<String, Object> model = fresh("", language);
    model.put("id", example.id().toString());
    model.put("state", example.state().id());
    model.put("latest", Integer.toString(example.latest()));
    model.put("shown", example.shown() != null);
    model.put("reviewBy", example.reviewBy() == null ? "" : example.reviewBy().toString());
    model.put(
        "mayApprove",
        example.state() == LibraryState.WAITING
            && !curation.writers(example.id()).contains(viewer));
    content(model, example.content(), language);
    List<Masking.Found> left = Curation.left(example.content());
    model.put("left", left.stream().map(each -> each.kind().id()).distinct().toList());
    model.put("pieces", pieces(example.content().text(), left));
    model.put(
        "alike",
        duplicates.of(example).stream()
            .map(
                each ->
                    Map.of(
                        "id", each.example().id().toString(),
                        "percent", Integer.toString(each.percent()),
                        "state", each.example().state().id(),
                        "text", teaser(each.example().content().text())))
            .toList());
    model.put("steps", library.steps(example.id()).stream().map(ExampleSheet::line).toList());
    int newer = to == null ? example.latest() : to;
    int older =
        from != null
            ? from
            : example.shown() != null && example.shown() < newer ? example.shown() : newer - 1;
    if (older >= 1 && older != newer) {
      var before = library.find(example.id(), older);
      var after = library.find(example.id(), newer);
      if (before.isPresent() && after.isPresent()) {
        model.put("from", Integer.toString(older));
        model.put("to", Integer.toString(newer));
        model.put(
            "diff",
            TextDiff.of(before.get().content().text(), after.get().content().text()).stream()
                .map(part -> Map.of("change", part.change().id(), "text", part.text()))
                .toList());
      }
    }
    return model;
  }

  /** Puts what somebody typed in the place of what is kept. */
  void typed(Map<String, Object> model, Content content, Language language) {
    content(model, content, language);
  }

  private void content(Map<String, Object> model, Content content, Language language) {
    model.put("text", content.text());
    model.put("why", content.why());
    model.put("industry", content.industry());
    model.put("product", content.product());
    model.put("stage", content.stage());
    model.put("shows", content.shows());
    model.put("tags", content.tags());
    model.put("seller", content.seller());
    model.put("rank", content.rank() == null ? "" : content.rank().toString());
    model.put("day", content.day() == null ? "" : content.day().toString());
    model.put("outcome", content.outcome());
    model.put("industries", wording.industries(language));
    model.put("stages", wording.stages(language));
    model.put("allShows", wording.shows(language));
    model.put("allTags", wording.tags(language));
  }

  /** The text in pieces, those that may have to be masked with their kind. */
  private static List<Map<String, String>> pieces(String text, List<Masking.Found> left) {
    List<Map<String, String>> pieces = new ArrayList<>();
    int done = 0;
    for (Masking.Found each : left) {
      if (each.span().start() > done) {
        pieces.add(Map.of("kind", "", "text", text.substring(done, each.span().start())));
      }
      pieces.add(Map.of("kind", each.kind().id(), "text", each.span().of(text)));
      done = each.span().end();
    }
    if (done < text.length()) {
      pieces.add(Map.of("kind", "", "text", text.substring(done)));
    }
    return pieces;
  }

  private static Map<String, Object> line(Step step) {
    return Map.of(
        "what", step.what().id(),
        "who", step.actorName(),
        "version", Integer.toString(step.version()),
        "reason", step.reason(),
        "at", step.at().toString());
  }

  private static String teaser(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 90 ? line : line.substring(0, 90) + "…";
  }
}
