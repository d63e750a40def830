package dev.dealcoach.service.web.deals;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.web.Created;
import dev.dealcoach.service.web.FileName;
import dev.dealcoach.service.web.HandedIn;
import dev.dealcoach.service.web.Listed;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.UploadLimit;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.deals.Bodies.DealBody;
import dev.dealcoach.service.web.deals.Bodies.DealEditBody;
import dev.dealcoach.service.web.deals.Bodies.NewDealBody;
import dev.dealcoach.service.web.deals.Bodies.NewStatementsBody;
import dev.dealcoach.service.web.deals.Bodies.ReviewLine;
import dev.dealcoach.service.web.deals.Bodies.StatementBody;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;

/**
 * Deals, what customers said, and handing proposals in. What creates something takes the header
 * {@code Idempotency-Key}: the same request under the same key creates once and is answered alike
 * ever after.
 */
@Path("/api/v1/deals")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class DealResource {
  private static final String KEY = "Idempotency-Key";
  private static final int MOST_STATEMENTS = 500;

  private final DealStore deals;
  private final ProposalStore proposals;
  private final Intake intake;
  private final Access access;
  private final Messages messages;
  private final InstantSource clock;

  public DealResource(
      DealStore deals,
      ProposalStore proposals,
      Intake intake,
      Access access,
      Messages messages,
      InstantSource clock) {
    this.deals = deals;
    this.proposals = proposals;
    this.intake = intake;
    this.access = access;
    this.messages = messages;
    this.clock = clock;
  }

  /** The deals that the viewer sees, the newest first. */
  @GET
  public Page<DealBody> deals(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after,
      @BeanParam Signed signed) {
    Sight sight = access.sight(signed.viewer());
    return Listed.part(limit, after, part -> deals.deals(sight, clock.instant(), part))
        .map(DealBody::of);
  }

  /** Makes a deal of the viewer's own. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response newDeal(
      @Nullable NewDealBody body,
      @HeaderParam(KEY) @Nullable String key,
      @BeanParam Signed signed) {
    if (body == null) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    Creation creation;
    try {
      NewDeal deal =
          new NewDeal(
              Objects.requireNonNullElse(body.customer(), ""),
              Objects.requireNonNullElse(body.industry(), ""),
              viewer.id(),
              Objects.requireNonNullElse(body.title(), ""),
              Objects.requireNonNullElse(body.product(), ""),
              body.stage() == null
                  ? Deal.Stage.LEAD
                  : Deal.Stage.ofId(body.stage()).orElseThrow(BadRequestException::new),
              body.firstContact(),
              clock.instant());
      creation =
          deals.add(
              deal,
              Once.of(
                  viewer.id(),
                  key,
                  "deal",
                  deal.customerName(),
                  deal.industry(),
                  deal.title(),
                  deal.product(),
                  deal.stage(),
                  deal.firstContact()));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    return Created.answer(
        creation,
        id -> DealBody.of(deals.find(id).orElseThrow(NotFoundException::new)),
        "/api/v1/deals/",
        messages,
        signed.language());
  }

  /** A deal. */
  @GET
  @Path("{id}")
  public DealBody deal(@PathParam("id") UUID id, @BeanParam Signed signed) {
    return DealBody.of(seen(signed, id));
  }

  /** Changes a deal of the viewer's own; the answer is what it is now. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public DealBody change(
      @PathParam("id") UUID id, @Nullable DealEditBody body, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    if (access.ownDeal(viewer, id).isEmpty()) {
      throw new NotFoundException();
    }
    if (body == null) {
      throw new BadRequestException();
    }
    try {
      deals.change(id, body.edit(clock.instant()));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    access.note(viewer, Act.CHANGED, "deal", id, "");
    return DealBody.of(deals.find(id).orElseThrow(NotFoundException::new));
  }

  /** What the customer said, the earliest first. */
  @GET
  @Path("{id}/statements")
  public List<StatementBody> statements(@PathParam("id") UUID id, @BeanParam Signed signed) {
    seen(signed, id);
    return deals.statements(id, access.sight(signed.viewer())).stream()
        .map(StatementBody::of)
        .toList();
  }

  /** Keeps what the customer said; proposals handed in later are judged by it. */
  @POST
  @Path("{id}/statements")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response say(
      @PathParam("id") UUID id,
      @Nullable NewStatementsBody body,
      @HeaderParam(KEY) @Nullable String key,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    if (access.ownDeal(viewer, id).isEmpty()) {
      throw new NotFoundException();
    }
    List<String> texts =
        Optional.ofNullable(body).map(NewStatementsBody::statements).orElse(List.of());
    if (texts.isEmpty() || texts.size() > MOST_STATEMENTS) {
      throw new BadRequestException();
    }
    Creation creation;
    try {
      creation =
          deals.say(
              texts.stream().map(text -> said(viewer, id, text)).toList(),
              Once.of(viewer.id(), key, "statements", id, texts));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    return Created.answer(
        creation,
        first -> statements(id, signed),
        "/api/v1/deals/" + id + "/statements#",
        messages,
        signed.language());
  }

  private Statement said(Viewer viewer, UUID deal, String text) {
    return new Statement(
        UUID.randomUUID(), deal, viewer.id(), Statement.Source.TYPED, text, clock.instant());
  }

  /** The reviews of a deal that the viewer sees, the newest first. */
  @GET
  @Path("{id}/reviews")
  public List<ReviewLine> reviews(@PathParam("id") UUID id, @BeanParam Signed signed) {
    seen(signed, id);
    return lines(id, signed.viewer());
  }

  private List<ReviewLine> lines(UUID deal, Viewer viewer) {
    return proposals.ofDeal(deal, access.sight(viewer)).stream().map(ReviewLine::of).toList();
  }

  /** The reviews of a deal as they come about, as server-sent events. */
  @GET
  @Path("{id}/events")
  @Produces("text/event-stream")
  public ReviewEvents events(@PathParam("id") UUID id, @BeanParam Signed signed) {
    seen(signed, id);
    return new ReviewEvents(() -> lines(id, signed.viewer()));
  }

  /**
   * Takes a proposal in: the part {@code file}, and {@code proposal} with the id of the proposal of
   * which it is a new version. The answer is the review that will be made.
   */
  @POST
  @Path("{id}/proposals")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @UploadLimit.Applies
  public Response handIn(
      @PathParam("id") UUID id,
      FormDataMultiPart form,
      @HeaderParam(KEY) @Nullable String key,
      @BeanParam Signed signed)
      throws IOException {
    Language language = signed.language();
    Viewer viewer = signed.viewer();
    Deal deal = access.ownDeal(viewer, id).orElseThrow(NotFoundException::new);
    FormDataBodyPart file = HandedIn.file(form);
    if (file == null) {
      return Problem.of("no-file", 400, messages, language).response();
    }
    UUID proposal = proposal(form, id);
    Intake.Taken taken;
    try (InputStream content = file.getValueAs(InputStream.class)) {
      taken = intake.take(viewer, deal, proposal, FileName.of(HandedIn.name(file)), content, key);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    return switch (taken) {
      case Intake.Taken.Out(BlobResult.Failed why) -> refused(why, language);
      case Intake.Taken.In(Creation creation) ->
          Created.answer(
              creation,
              review -> ReviewLine.of(proposals.find(review).orElseThrow(NotFoundException::new)),
              "/api/v1/reviews/",
              messages,
              language);
    };
  }

  private @Nullable UUID proposal(FormDataMultiPart form, UUID deal) {
    FormDataBodyPart part = form.getField("proposal");
    if (part == null || part.getValue().isBlank()) {
      return null;
    }
    UUID proposal;
    try {
      proposal = UUID.fromString(part.getValue().strip());
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    if (!proposals.has(deal, proposal)) {
      throw new NotFoundException();
    }
    return proposal;
  }

  private Response refused(BlobResult.Failed why, Language language) {
    return switch (why.reason()) {
      case TOO_LARGE -> Problem.of("too-large", 413, messages, language).response();
      case FULL -> Problem.of("storage-full", 507, messages, language).response();
      case READ_ONLY, UNAVAILABLE ->
          Problem.of("storage-unavailable", 503, messages, language).response();
    };
  }

  private Deal seen(Signed signed, UUID id) {
    return access.deal(signed.viewer(), id).orElseThrow(NotFoundException::new);
  }
}
