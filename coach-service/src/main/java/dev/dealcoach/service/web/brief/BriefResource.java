package dev.dealcoach.service.web.brief;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.paper.PdfBoxPaper;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.ReaderLanguage;
import dev.dealcoach.service.web.account.Gate;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return desk.brief(
        Gate.viewer(request), id, desk.week(week), "brief", ReaderLanguage.of(uri, headers));
  }

  /** The same on paper. */
  @GET
  @Path("pdf")
  @Produces("application/pdf")
  public Response pdf(
      @PathParam("id") UUID id,
      @QueryParam("week") @DefaultValue("") String week,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    Language language = ReaderLanguage.of(uri, headers);
    LocalDate monday = desk.week(week);
    BriefText brief = desk.brief(viewer, id, monday, "brief.pdf", language);
    return Response.ok(PdfBoxPaper.write(BriefPaper.of(brief, messages, language)))
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"brief-" + monday + ".pdf\"")
        .build();
  }
}
