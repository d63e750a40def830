package dev.dealcoach.service.retrieval;

import dev.dealcoach.kb.pick.Lack;
import dev.dealcoach.nlp.pack.Industries;
import dev.dealcoach.nlp.pack.Industry;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.library.Content;
import dev.dealcoach.service.library.CustomerKey;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.request.PageRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Talk tracks: examples that hold words to say, tagged so by trainers and approved as all are. One
 * for each thing that was not asked. Thread-safe.
 */
public final class TalkTracks {
  /** The tag by which an example is one. */
  public static final String TAG = "talk_track";

  /** Of so many with the newest words the best is chosen. */
  private static final int LOOKED_AT = 200;

  private final LibraryStore library;
  private final Industries industries;

  public TalkTracks(LibraryStore library, Industries industries) {
    this.library = library;
    this.industries = industries;
  }

  /**
   * One for each finding that has any: of the same industry if there is one, then by the seller
   * with the best rank, then the newest.
   *
   * @param asked whose findings are answered
   * @param taken examples that are shown anyway
   */
  public Map<String, LibraryExample> find(ExampleChoice.Asked asked, Set<UUID> taken) {
    String industry = industries.find(asked.industry()).map(Industry::id).orElse("");
    String customer = CustomerKey.of(asked.customer());
    Map<String, LibraryExample> found = new LinkedHashMap<>();
    for (Lack lack : Lack.of(asked.findings())) {
      candidates(lack.shows().getFirst(), asked.language()).stream()
          .filter(each -> !taken.contains(each.id()) && !found.containsValue(each))
          .filter(each -> customer.isEmpty() || !each.content().customer().equals(customer))
          .min(
              Comparator.comparing(
                      (LibraryExample each) -> !each.content().industry().equals(industry))
                  .thenComparing(
                      each -> Objects.requireNonNullElse(each.content().rank(), Integer.MAX_VALUE))
                  .thenComparing(LibraryExample::touched, Comparator.reverseOrder())
                  .thenComparing(LibraryExample::name))
          .ifPresent(each -> found.put(lack.finding(), each));
    }
    return found;
  }

  private List<LibraryExample> candidates(String shows, Language language) {
    LibraryStore.Wanted tracks = new LibraryStore.Wanted("", "", shows, TAG);
    return library.shown(tracks, new PageRequest(LOOKED_AT, null)).items().stream()
        .filter(each -> each.content().language() == language)
        .toList();
  }

  /** Whether an example is one. */
  public static boolean isOne(Content content) {
    return content.tags().contains(TAG);
  }
}
