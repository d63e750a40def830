package dev.dealcoach.service.web.imports;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.mail.Mail;
import dev.dealcoach.service.mail.MailReader;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes mails of customers in, as mail programs save them ({@code .eml}). */
@Path("/api/v1/deals")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class MailResource {
  private static final int MOST_BYTES = 20 << 20;

  private final DealStore deals;
  private final Access access;
  private final Messages messages;
  private final InstantSource clock;

  public MailResource(DealStore deals, Access access, Messages messages, InstantSource clock) {
    this.deals = deals;
    this.access = access;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * What stands in a mail.
   *
   * @param paragraphs the writer's own words, without quoted mails and signature
   * @param kept whether they are now statements of the deal
   */
  public record MailBody(String from, String subject, List<String> paragraphs, boolean kept) {}

  /**
   * Reads a mail, and keeps each of its paragraphs as what the customer said.
   *
   * @param check whether it is only read
   */
  @POST
  @Path("{id}/mails")
  @Consumes("message/rfc822")
  public Response mail(
      @PathParam("id") UUID id,
      InputStream body,
      @QueryParam("check") @DefaultValue("false") boolean check,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @BeanParam Signed signed)
      throws IOException {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    if (access.ownDeal(viewer, id).isEmpty()) {
      throw new NotFoundException();
    }
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      return Problem.of("too-large", 413, messages, language).response();
    }
    Optional<Mail> read = MailReader.read(bytes);
    if (read.isEmpty()) {
      return Problem.of("no-mail", 422, messages, language).response();
    }
    Mail mail = read.get();
    if (!check) {
      Instant now = clock.instant();
      Once once = signed.once(key, "mail", id, mail.paragraphs());
      Creation creation =
          deals.say(
              mail.paragraphs().stream()
                  .map(
                      text ->
                          new Statement(
                              UUID.randomUUID(), id, viewer.id(), Statement.Source.MAIL, text, now))
                  .toList(),
              once);
      if (creation instanceof Creation.KeyTaken) {
        return Problem.of("key-taken", 422, messages, language).response();
      }
    }
    return Response.ok(new MailBody(mail.from(), mail.subject(), mail.paragraphs(), !check))
        .build();
  }
}
