package dev.dealcoach.service.web.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.library.Content;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.retrieval.TalkTracks;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An example as everybody may see it.
 *
 * @param finding rule id that it answers; null where nothing was asked for, as are {@code start}
 *     and {@code end}
 * @param start of the place that answers, in UTF-16 units of the text
 * @param end of that place
 * @param why it was chosen, in sentences
 * @param whyItWorks in the trainer's words; empty if nothing is noted
 * @param industry as readers know it; empty if not known, as for the others
 * @param rank of the seller in the industry; null if not known
 * @param date ISO 8601; null if not known
 * @param talkTrack whether it holds words to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardBody(
    UUID id,
    @Nullable String finding,
    String text,
    @Nullable Integer start,
    @Nullable Integer end,
    List<String> why,
    String whyItWorks,
    String language,
    String industryId,
    String industry,
    String product,
    String stage,
    List<String> shows,
    List<String> tags,
    String seller,
    @Nullable Integer rank,
    @Nullable String date,
    String outcome,
    boolean helped,
    boolean talkTrack) {

  /** A card without anything that was asked for. */
  static CardBody of(
      LibraryExample example,
      List<String> why,
      boolean helped,
      LibraryWording wording,
      Language language) {
    return of(example, null, null, null, why, helped, wording, language);
  }

  static CardBody of(
      LibraryExample example,
      @Nullable String finding,
      @Nullable Integer start,
      @Nullable Integer end,
      List<String> why,
      boolean helped,
      LibraryWording wording,
      Language language) {
    Content content = example.content();
    return new CardBody(
        example.id(),
        finding,
        content.text(),
        start,
        end,
        why,
        content.why(),
        content.language().code(),
        content.industry(),
        content.industry().isEmpty() ? "" : wording.industry(content.industry(), language),
        content.product(),
        content.stage().isEmpty() ? "" : wording.stage(content.stage(), language),
        content.shows().stream()
            .map(id -> dev.dealcoach.kb.text.Labels.show(id, language))
            .toList(),
        content.tags().stream().map(id -> wording.tag(id, language)).toList(),
        content.seller(),
        content.rank(),
        content.day() == null ? null : content.day().toString(),
        content.outcome(),
        helped,
        TalkTracks.isOne(content));
  }
}
