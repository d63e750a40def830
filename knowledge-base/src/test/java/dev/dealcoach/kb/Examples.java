package dev.dealcoach.kb;

import dev.dealcoach.nlp.text.Language;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Examples for tests. */
public final class Examples {
  private Examples() {}

  /** An approved one with the facts that choosing looks at. */
  public static Example example(
      String id,
      String text,
      @Nullable String industry,
      @Nullable String shows,
      @Nullable String seller,
      @Nullable Integer rank,
      @Nullable String date,
      @Nullable String customer) {
    Facts facts =
        new Facts(
            industry,
            null,
            null,
            shows == null ? List.of() : List.of(shows.split(" ")),
            List.of(),
            seller,
            rank,
            date == null ? null : LocalDate.parse(date),
            null,
            customer);
    return new Example(id, text, Language.of(text), ExampleState.APPROVED, facts);
  }

  /** As changes. */
  public static List<ExampleChange> puts(Example... examples) {
    return List.of(examples).stream()
        .map(example -> (ExampleChange) new ExampleChange.Put(example))
        .toList();
  }

  /** The ids of hits, in order. */
  public static List<String> ids(List<ExampleHit> hits) {
    return hits.stream().map(hit -> hit.example().id()).toList();
  }
}
