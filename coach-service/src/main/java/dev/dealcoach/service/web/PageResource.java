package dev.dealcoach.service.web;

import dev.dealcoach.nlp.text.Language;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The pages: hand in a proposal, read its review; type a summary. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public final class PageResource {
  private final RecentReviews reviews;
  private final Pages pages;

  PageResource(RecentReviews reviews, Pages pages) {
    this.reviews = reviews;
    this.pages = pages;
  }

  /** Where a proposal is handed in. */
  @GET
  public Response start(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answer(200, "upload", "/", uri, headers);
  }

  /** Where a summary is typed, and its result is read. */
  @GET
  @Path("discovery")
  public Response discovery(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answer(200, "discovery", "/discovery", uri, headers);
  }

  /** A review; its address can be kept as long as the review is. */
  @GET
  @Path("reviews/{id}")
  public Response review(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    return reviews
        .find(id)
        .map(review -> answer(200, "review", "/reviews/" + review.id(), uri, headers))
        .orElseGet(() -> answer(404, "gone", "/", uri, headers));
  }

  private Response answer(int status, String page, String path, UriInfo uri, HttpHeaders headers) {
    Language language = ReaderLanguage.of(uri, headers);
    Response.ResponseBuilder response =
        Response.status(status)
            .entity(pages.view(page, path, language))
            .header(HttpHeaders.CONTENT_LANGUAGE, language.code());
    ReaderLanguage.asked(uri).ifPresent(asked -> response.cookie(ReaderLanguage.remembered(asked)));
    return response.build();
  }
}
