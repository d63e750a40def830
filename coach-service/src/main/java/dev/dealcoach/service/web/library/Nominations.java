package dev.dealcoach.service.web.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.nlp.pack.Industries;
import dev.dealcoach.nlp.pack.Industry;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.contact.Summary;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.library.Content;
import dev.dealcoach.service.library.Curation;
import dev.dealcoach.service.library.CustomerKey;
import dev.dealcoach.service.library.KnownNames;
import dev.dealcoach.service.library.Masking;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.StoredReview;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts passages that others could learn from before the trainers, masked: the passage as it was
 * written is not kept. Thread-safe.
 */
public final class Nominations {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final int LEAST = 10;

  private final ProposalStore proposals;
  private final ContactStore contacts;
  private final DealStore deals;
  private final AccountStore accounts;
  private final KnownNames names;
  private final Industries industries;
  private final Curation curation;
  private final Access access;

  public Nominations(
      ProposalStore proposals,
      ContactStore contacts,
      DealStore deals,
      AccountStore accounts,
      KnownNames names,
      Industries industries,
      Curation curation,
      Access access) {
    this.proposals = proposals;
    this.contacts = contacts;
    this.deals = deals;
    this.accounts = accounts;
    this.names = names;
    this.industries = industries;
    this.curation = curation;
    this.access = access;
  }

  /**
   * A passage that is put before the trainers.
   *
   * @param review that it stands in; or
   * @param contact whose summary holds it
   * @param text a line for each place of the document
   */
  public record Passage(@Nullable UUID review, @Nullable UUID contact, String text) {}

  /**
   * What was put before them.
   *
   * @param id of the example that it may become
   * @param text masked
   * @param link the page that it stands on
   */
  public record Nominated(UUID id, String text, String link) {}

  /** Where the passage comes from. */
  private record Origin(
      Deal deal, UUID author, Instant written, String link, String text, String stage) {}

  /** What the trainers would see; nothing is kept. */
  Masking.Masked preview(Viewer viewer, Passage passage) {
    return masked(origin(passage, viewer));
  }

  /**
   * Puts a passage before the trainers.
   *
   * @param shows what it demonstrates; what no example can show is left out
   * @throws NotFoundException if the viewer does not see where it stands
   * @throws BadRequestException if it does not stand there
   */
  public Nominated nominate(Viewer viewer, Passage passage, List<String> shows) {
    Origin origin = origin(passage, viewer);
    String text = masked(origin).text();
    Content bare = Curation.bare(text);
    Set<String> known = dev.dealcoach.kb.text.Labels.shows(bare.language()).keySet();
    Content content =
        new Content(
            text,
            bare.language(),
            "",
            industries.find(origin.deal().industry()).map(Industry::id).orElse(""),
            "",
            origin.stage(),
            shows.stream().filter(known::contains).distinct().toList(),
            List.of(),
            accounts.find(origin.author()).map(Account::name).orElse(""),
            null,
            LocalDate.ofInstant(origin.written(), ZoneOffset.UTC),
            origin.deal().outcome() == Deal.Outcome.OPEN ? "" : origin.deal().outcome().id(),
            CustomerKey.of(origin.deal().customerName()));
    UUID id =
        curation.nominate(content, origin.deal().id(), origin.author(), origin.link(), viewer.id());
    access.note(viewer, Act.CREATED, "nomination", id, "");
    return new Nominated(id, text, origin.link());
  }

  private Masking.Masked masked(Origin origin) {
    return Masking.mask(
        origin.text(),
        names.of(origin.deal().id()),
        dev.dealcoach.nlp.text.Language.of(origin.text()));
  }

  private Origin origin(Passage body, Viewer viewer) {
    if (body.text().strip().length() < LEAST
        || body.text().length() > Content.LONGEST_TEXT
        || (body.review() == null) == (body.contact() == null)) {
      throw new BadRequestException();
    }
    String text = body.text().strip();
    if (body.review() != null) {
      StoredReview review =
          access.review(viewer, body.review(), "nomination").orElseThrow(NotFoundException::new);
      String blocks = proposals.blocks(review.id()).orElseThrow(NotFoundException::new);
      if (!stands(text, blocks)) {
        throw new BadRequestException();
      }
      return new Origin(
          deals.find(review.deal()).orElseThrow(NotFoundException::new),
          review.owner(),
          review.handedIn(),
          "/deals/" + review.deal() + "/reviews/" + review.id(),
          text,
          "proposal");
    }
    Contact contact =
        access.contact(viewer, body.contact(), "nomination").orElseThrow(NotFoundException::new);
    Summary summary = contacts.summary(contact.id()).orElseThrow(NotFoundException::new);
    if (!squeezed(summary.text()).contains(squeezed(text))) {
      throw new BadRequestException();
    }
    return new Origin(
        deals.find(contact.deal()).orElseThrow(NotFoundException::new),
        contact.author(),
        contact.held(),
        "/deals/" + contact.deal() + "/contacts/" + contact.id(),
        text,
        "discovery");
  }

  /** Whether every line stands in the document: nobody nominates what nobody wrote. */
  private static boolean stands(String text, String blocks) {
    StringBuilder all = new StringBuilder();
    try {
      for (JsonNode block : JSON.readTree(blocks)) {
        all.append(squeezed(block.path("text").asText())).append('\n');
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a review's text that was kept is no JSON", e);
    }
    String document = all.toString();
    String whole = document.replace("\n", "");
    return text.lines()
        .filter(line -> !line.isBlank())
        .allMatch(line -> document.contains(squeezed(line)) || whole.contains(squeezed(line)));
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
