package dev.dealcoach.service.web.brief;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.paper.PdfBoxPaper;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;

/** Weekly briefs as JSON and as PDF. */
@Path("/api/v1/teams/{id}/brief")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.MANAGER)
public final class BriefResource {
  private final BriefDesk desk;
  private final Messages messages;

  public BriefResource(BriefDesk desk, Messages messages) {
    this.desk = desk;
    this.messages = messages;
  }

  /**
   * The brief of a week.
   *
   * @param week any day of it; without it, the last week that is over
   */
  @GET
  public BriefText brief(
      @PathParam("id") UUID id,
      @QueryParam("week") @DefaultValue("") String week,
      @BeanParam Signed signed) {
    return desk.brief(signed.viewer(), id, desk.week(week), "brief", signed.language());
  }

  /** The same on paper. */
  @GET
  @Path("pdf")
  @Produces("application/pdf")
  public Response pdf(
      @PathParam("id") UUID id,
      @QueryParam("week") @DefaultValue("") String week,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    LocalDate monday = desk.week(week);
    BriefText brief = desk.brief(viewer, id, monday, "brief.pdf", language);
    return Response.ok(PdfBoxPaper.write(BriefPaper.of(brief, messages, language)))
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"brief-" + monday + ".pdf\"")
        .build();
  }
}
