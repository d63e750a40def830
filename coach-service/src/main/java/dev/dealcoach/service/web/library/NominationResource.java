package dev.dealcoach.service.web.library;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.nlp.pack.Industries;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.library.Curation;
import dev.dealcoach.service.library.KnownNames;
import dev.dealcoach.service.library.Masking;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
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
  private final Nominations nominations;

  public NominationResource(
      ProposalStore proposals,
      ContactStore contacts,
      DealStore deals,
      AccountStore accounts,
      KnownNames names,
      Industries industries,
      Curation curation,
      Access access) {
    this.nominations =
        new Nominations(proposals, contacts, deals, accounts, names, industries, curation, access);
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

  /** Shows what the trainers would see; nothing is kept. */
  @POST
  @Path("preview")
  public PreviewBody preview(@Nullable NewBody body, @BeanParam Signed signed) {
    Masking.Masked masked = nominations.preview(signed.viewer(), passage(body));
    return new PreviewBody(
        masked.text(),
        masked.masks().stream()
            .map(each -> new MaskBody(each.span().start(), each.span().end(), each.kind().id()))
            .toList());
  }

  /** Puts the passage before the trainers, masked. */
  @POST
  public Response nominate(@Nullable NewBody body, @BeanParam Signed signed) {
    Nominations.Passage passage = passage(body);
    List<String> shows =
        body == null ? List.of() : Objects.requireNonNullElse(body.shows(), List.<String>of());
    Nominations.Nominated made = nominations.nominate(signed.viewer(), passage, shows);
    return Response.status(201).entity(new MadeBody(made.id(), "nominated", made.text())).build();
  }

  private static Nominations.Passage passage(@Nullable NewBody body) {
    if (body == null || body.text() == null) {
      throw new BadRequestException();
    }
    return new Nominations.Passage(body.review(), body.contact(), body.text());
  }
}
