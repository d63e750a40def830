package dev.dealcoach.service.retrieval;

import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.service.contact.Copies;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryState;
import dev.dealcoach.service.library.LibraryStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds examples that say nearly the same as one. Thread-safe. */
public final class NearDuplicates {
  /** From this share of common neighbouring words on a trainer should look at both. */
  static final double LIKE = 0.5;

  private static final int CANDIDATES = 20;
  private static final int LONGEST_QUERY = 600;

  private final LibraryStore library;
  private final LibraryIndex index;

  public NearDuplicates(LibraryStore library, LibraryIndex index) {
    this.library = library;
    this.index = index;
  }

  /**
   * An example that is alike.
   *
   * @param percent of neighbouring words in common
   */
  public record Alike(LibraryExample example, int percent) {}

  /** Those alike among the shown, the drafted and the waiting; the likest first. */
  public List<Alike> of(LibraryExample example) {
    String text = example.content().text();
    Map<UUID, LibraryExample> others = new LinkedHashMap<>();
    index
        .finder()
        .ifPresent(
            finder ->
                others.putAll(
                    library.shown(
                        finder
                            .search(
                                ExampleQuery.of(
                                    text.length() > LONGEST_QUERY
                                        ? text.substring(0, LONGEST_QUERY)
                                        : text,
                                    CANDIDATES))
                            .stream()
                            .map(hit -> UUID.fromString(hit.example().id()))
                            .toList())));
    for (LibraryState state :
        List.of(LibraryState.NOMINATED, LibraryState.DRAFT, LibraryState.WAITING)) {
      library.in(state).forEach(each -> others.putIfAbsent(each.id(), each));
    }
    others.remove(example.id());
    List<Alike> alike = new ArrayList<>();
    for (LibraryExample other : others.values()) {
      double likeness = Copies.likeness(text, other.content().text());
      if (likeness >= LIKE) {
        alike.add(new Alike(other, (int) Math.round(100 * likeness)));
      }
    }
    alike.sort(
        Comparator.comparingInt((Alike each) -> -each.percent())
            .thenComparing(each -> each.example().id()));
    return alike;
  }
}
