package dev.dealcoach.service.retrieval;

import dev.dealcoach.kb.BoostSettings;
import dev.dealcoach.kb.ExampleFinder;
import dev.dealcoach.kb.Reason;
import dev.dealcoach.kb.pick.Choice;
import dev.dealcoach.kb.pick.ExamplePicker;
import dev.dealcoach.kb.pick.Lack;
import dev.dealcoach.kb.pick.Need;
import dev.dealcoach.kb.pick.PickedExample;
import dev.dealcoach.nlp.pack.Industries;
import dev.dealcoach.nlp.pack.Industry;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.service.library.CustomerKey;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Chooses examples for what a review or a summary lacks. Thread-safe. */
public final class ExampleChoice {
  private final LibraryStore library;
  private final LibraryIndex index;
  private final Industries industries;

  /**
   * @param industries by which a deal's industry, as anybody may call it, gets its id
   */
  public ExampleChoice(LibraryStore library, LibraryIndex index, Industries industries) {
    this.library = library;
    this.index = index;
    this.industries = industries;
  }

  /**
   * For whom examples are chosen.
   *
   * @param findings rule ids, the gravest first
   * @param industry of the customer in anybody's words; empty if not known
   * @param customer name; none of its own examples are chosen
   */
  public record Asked(
      List<String> findings, String industry, String customer, Language language, LocalDate day) {
    public Asked {
      findings = List.copyOf(findings);
    }
  }

  /**
   * A chosen example.
   *
   * @param finding rule id that it answers
   * @param answer the place in the text that does
   * @param why it was chosen, the weightiest reason first
   */
  public record Pick(LibraryExample example, String finding, Span answer, List<Reason> why) {
    public Pick {
      why = List.copyOf(why);
    }

    /** Whether it is of the industry that was asked for. */
    public boolean sameIndustry() {
      return why.stream().anyMatch(Reason.SameIndustry.class::isInstance);
    }
  }

  /**
   * What was chosen.
   *
   * @param lacks rule ids of what was looked for
   * @param industry id; empty if the deal's is not known
   * @param picks at most three
   */
  public record Chosen(List<String> lacks, String industry, List<Pick> picks) {
    public Chosen {
      lacks = List.copyOf(lacks);
      picks = List.copyOf(picks);
    }

    /** Whether the industry has too few examples of its own for this. */
    public boolean few() {
      return !lacks.isEmpty()
          && !industry.isEmpty()
          && picks.stream().filter(Pick::sameIndustry).count() < Choice.SHOWN;
    }
  }

  /** Chooses; empty while the index is prepared. */
  public Optional<Chosen> choose(Asked asked) {
    List<Lack> lacks = Lack.of(asked.findings());
    String industry = industries.find(asked.industry()).map(Industry::id).orElse("");
    List<String> ids = lacks.stream().map(Lack::finding).toList();
    if (lacks.isEmpty()) {
      return Optional.of(new Chosen(ids, industry, List.of()));
    }
    ExampleFinder finder = index.finder().orElse(null);
    if (finder == null) {
      return Optional.empty();
    }
    String customer = CustomerKey.of(asked.customer());
    List<PickedExample> picked =
        new ExamplePicker(finder, index.vectors(), BoostSettings.STANDARD)
            .pick(
                new Need(
                    lacks,
                    industry.isEmpty() ? null : industry,
                    customer.isEmpty() ? null : customer,
                    asked.language(),
                    asked.day()));
    Map<UUID, LibraryExample> shown =
        library.shown(picked.stream().map(each -> UUID.fromString(each.example().id())).toList());
    List<Pick> picks = new ArrayList<>();
    for (PickedExample each : picked) {
      LibraryExample example = shown.get(UUID.fromString(each.example().id()));
      // retired or changed a moment ago: the database is right
      if (example != null && example.content().text().equals(each.example().text())) {
        picks.add(new Pick(example, each.finding(), each.answer(), each.why()));
      }
    }
    return Optional.of(new Chosen(ids, industry, picks));
  }
}
