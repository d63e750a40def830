package dev.dealcoach.service.web.library;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.nlp.pack.Industries;
import dev.dealcoach.nlp.pack.Industry;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
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
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.web.account.Gate;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Passages that others could learn from are put before the trainers. What a trainer gets is masked
 * already: the passage as it was written is not kept.
 */
@Path("/api/v1/nominations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class NominationResource {
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

  public NominationResource(
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
   * A passage.
   *
   * @param review that it stands in; or
   * @param contact whose summary holds it
   * @param text the passage, a line for each place of the document
   * @param shows what it demonstrates
   */
  public record NewBody(
      @JsonProperty @Nullable UUID review,
      @JsonProperty @Nullable UUID contact,
      @JsonProperty @Nullable String text,
      @JsonProperty @Nullable List<String> shows) {}

  /** What the trainer would see. */
  public record PreviewBody(String text, List<MaskBody> masks) {}

  /** A mask in it. */
  public record MaskBody(int start, int end, String kind) {}

  /** What was put before the trainers. */
  public record MadeBody(UUID id, String state, String text) {}

  /** Where the passage comes from. */
  private record Origin(
      Deal deal, UUID author, Instant written, String link, String text, String stage) {}

  /** Shows what the trainers would see; nothing is kept. */
  @POST
  @Path("preview")
  public PreviewBody preview(@Nullable NewBody body, @Context ContainerRequestContext request) {
    Origin origin = origin(body, Gate.viewer(request));
    Masking.Masked masked = masked(origin);
    return new PreviewBody(
        masked.text(),
        masked.masks().stream()
            .map(each -> new MaskBody(each.span().start(), each.span().end(), each.kind().id()))
            .toList());
  }

  /** Puts the passage before the trainers, masked. */
  @POST
  public Response nominate(@Nullable NewBody body, @Context ContainerRequestContext request) {
    Viewer viewer = Gate.viewer(request);
    Origin origin = origin(body, viewer);
    String text = masked(origin).text();
    Content bare = Curation.bare(text);
    Set<String> known = dev.dealcoach.kb.text.Labels.shows(bare.language()).keySet();
    List<String> shows =
        Objects.requireNonNullElse(body.shows(), List.<String>of()).stream()
            .filter(known::contains)
            .distinct()
            .toList();
    Content content =
        new Content(
            text,
            bare.language(),
            "",
            industries.find(origin.deal().industry()).map(Industry::id).orElse(""),
            "",
            origin.stage(),
            shows,
            List.of(),
            accounts.find(origin.author()).map(Account::name).orElse(""),
            null,
            LocalDate.ofInstant(origin.written(), ZoneOffset.UTC),
            origin.deal().outcome() == Deal.Outcome.OPEN ? "" : origin.deal().outcome().id(),
            CustomerKey.of(origin.deal().customerName()));
    UUID id =
        curation.nominate(content, origin.deal().id(), origin.author(), origin.link(), viewer.id());
    access.note(viewer, Act.CREATED, "nomination", id, "");
    return Response.status(201).entity(new MadeBody(id, "nominated", text)).build();
  }

  private Masking.Masked masked(Origin origin) {
    return Masking.mask(
        origin.text(),
        names.of(origin.deal().id()),
        dev.dealcoach.nlp.text.Language.of(origin.text()));
  }

  private Origin origin(@Nullable NewBody body, Viewer viewer) {
    if (body == null
        || body.text() == null
        || body.text().strip().length() < LEAST
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
