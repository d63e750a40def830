package dev.dealcoach.service.web.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryUse;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.ReviewResult;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.retrieval.ExampleChoice;
import dev.dealcoach.service.retrieval.TalkTracks;
import jakarta.ws.rs.NotFoundException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Examples for what a review or a summary lacks. Thread-safe. */
public final class Answers {
  private static final List<String> SEVERITIES = List.of("problem", "warning", "advice");
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final ProposalStore proposals;
  private final ContactStore contacts;
  private final DealStore deals;
  private final ExampleChoice choice;
  private final TalkTracks tracks;
  private final LibraryUse use;
  private final LibraryWording wording;
  private final Access access;
  private final InstantSource clock;

  public Answers(
      ProposalStore proposals,
      ContactStore contacts,
      DealStore deals,
      ExampleChoice choice,
      TalkTracks tracks,
      LibraryUse use,
      LibraryWording wording,
      Access access,
      InstantSource clock) {
    this.proposals = proposals;
    this.contacts = contacts;
    this.deals = deals;
    this.choice = choice;
    this.tracks = tracks;
    this.use = use;
    this.wording = wording;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Examples that answer.
   *
   * @param state {@code ready}, or {@code preparing} while the index is made for the first time
   * @param industry of the deal as readers know it; empty if none is known
   * @param few whether the industry has too few of its own
   * @param note says so in a sentence; empty if there is nothing to say
   * @param examples at most three, in the order of what they answer; for a summary talk tracks come
   *     after them
   */
  public record Body(
      int version,
      String state,
      String industry,
      boolean few,
      String note,
      List<CardBody> examples) {}

  /** Examples for what a review lacks, the gravest first. */
  Body review(UUID id, Viewer viewer, Language language) {
    StoredReview review = access.review(viewer, id, "examples").orElseThrow(NotFoundException::new);
    ReviewResult.Wording report =
        proposals.wording(id, language).orElseThrow(NotFoundException::new);
    JsonNode found = parsed(report.report());
    // what can be learnt from is written in the proposal's language, whoever reads the page
    Language written = Language.ofCode(found.at("/document/language").asText());
    Optional<ExampleChoice.Chosen> chosen =
        choice.choose(asked(findings(found), review.deal(), written));
    chosen.ifPresent(
        each -> {
          for (String lack : each.lacks()) {
            use.wanted(
                id,
                lack,
                each.industry(),
                each.picks().stream()
                    .anyMatch(pick -> pick.finding().equals(lack) && pick.sameIndustry()));
          }
        });
    return body(chosen, viewer, language);
  }

  /** How top sellers asked for what a summary does not say. */
  Body contact(UUID id, Viewer viewer, Language language) {
    Contact contact = access.contact(viewer, id, "examples").orElseThrow(NotFoundException::new);
    List<String> findings = new ArrayList<>();
    if (contact.summary() != null) {
      var items = contacts.items(contact.summary());
      for (String status : List.of("missing", "partial")) {
        items.forEach(
            (item, found) -> {
              if (found.equals(status)) {
                findings.add("ask." + item.replace('_', '-') + "-" + status);
              }
            });
      }
    }
    ExampleChoice.Asked asked = asked(findings, contact.deal(), language);
    Body body = body(choice.choose(asked), viewer, language);
    return body.state().equals("ready") ? withTalkTracks(body, asked, viewer, language) : body;
  }

  /** Where no chosen example says how to ask, a talk track does. */
  private Body withTalkTracks(
      Body body, ExampleChoice.Asked asked, Viewer viewer, Language language) {
    Set<String> answered =
        body.examples().stream()
            .filter(CardBody::talkTrack)
            .map(CardBody::finding)
            .collect(Collectors.toCollection(TreeSet::new));
    ExampleChoice.Asked left =
        new ExampleChoice.Asked(
            asked.findings().stream().filter(each -> !answered.contains(each)).toList(),
            asked.industry(),
            asked.customer(),
            asked.language(),
            asked.day());
    Set<UUID> taken =
        body.examples().stream().map(CardBody::id).collect(Collectors.toCollection(TreeSet::new));
    Map<String, LibraryExample> found = tracks.find(left, taken);
    use.used(
        found.values().stream().map(LibraryExample::id).toList(),
        viewer.id(),
        today(),
        LibraryUse.Kind.SHOWN);
    List<CardBody> all = new ArrayList<>(body.examples());
    found.forEach(
        (finding, example) ->
            all.add(
                CardBody.of(
                    example,
                    finding,
                    null,
                    null,
                    List.of(),
                    use.helped(example.id(), viewer.id()),
                    wording,
                    language)));
    return new Body(body.version(), body.state(), body.industry(), body.few(), body.note(), all);
  }

  private ExampleChoice.Asked asked(List<String> findings, UUID dealId, Language language) {
    Deal deal = deals.find(dealId).orElseThrow(NotFoundException::new);
    return new ExampleChoice.Asked(
        findings, deal.industry(), deal.customerName(), language, today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Rule ids of what a report finds fault with, the gravest first. */
  private static List<String> findings(JsonNode report) {
    return StreamSupport.stream(report.path("findings").spliterator(), false)
        .filter(finding -> SEVERITIES.contains(finding.path("severity").asText()))
        .sorted(
            Comparator.comparingInt(
                (JsonNode finding) -> SEVERITIES.indexOf(finding.path("severity").asText())))
        .map(finding -> finding.path("rule").asText())
        .distinct()
        .toList();
  }

  private static JsonNode parsed(String report) {
    try {
      return JSON.readTree(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report that was kept is no JSON", e);
    }
  }

  private Body body(Optional<ExampleChoice.Chosen> chosen, Viewer viewer, Language language) {
    if (chosen.isEmpty()) {
      return new Body(
          1, "preparing", "", false, wording.sentence("example.preparing", language), List.of());
    }
    List<ExampleChoice.Pick> picks = chosen.get().picks();
    use.used(
        picks.stream().map(pick -> pick.example().id()).toList(),
        viewer.id(),
        today(),
        LibraryUse.Kind.SHOWN);
    String industry =
        chosen.get().industry().isEmpty()
            ? ""
            : wording.industry(chosen.get().industry(), language);
    return new Body(
        1,
        "ready",
        industry,
        chosen.get().few(),
        note(chosen.get(), industry, language),
        picks.stream()
            .map(
                pick ->
                    CardBody.of(
                        pick.example(),
                        pick.finding(),
                        pick.answer().start(),
                        pick.answer().end(),
                        wording.why(pick.why(), language),
                        use.helped(pick.example().id(), viewer.id()),
                        wording,
                        language))
            .toList());
  }

  private String note(ExampleChoice.Chosen chosen, String industry, Language language) {
    if (chosen.lacks().isEmpty()) {
      return "";
    }
    if (chosen.picks().isEmpty()) {
      return wording.sentence("example.none", language);
    }
    if (chosen.industry().isEmpty()) {
      return wording.sentence("example.no-industry", language);
    }
    return chosen.few()
        ? wording.sentence("example.few", language).replace("{industry}", industry)
        : "";
  }
}
