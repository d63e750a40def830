package dev.dealcoach.service.web.account;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.ReaderLanguage;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request of somebody who is signed in: who asks, and in which language the answer is read. A
 * resource takes it as a {@code @BeanParam}, unless its route is open to all.
 */
public final class Signed {
  private final Viewer viewer;
  private final Language language;
  private final UriInfo uri;

  public Signed(
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    this.viewer = Gate.viewer(request);
    this.language = ReaderLanguage.of(uri, headers);
    this.uri = uri;
  }

  /** Who asks. */
  public Viewer viewer() {
    return viewer;
  }

  /** What he or she reads. */
  public Language language() {
    return language;
  }

  /**
   * What makes a creation of the viewer's happen once; null without a key.
   *
   * @param parts of what is to be created
   * @throws BadRequestException if it is no key
   */
  public @Nullable Once once(@Nullable String key, @Nullable Object... parts) {
    try {
      return Once.of(viewer.id(), key, parts);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }

  /** A page that says who is signed in. */
  public Response page(Pages pages, String name, String path, Map<String, Object> model) {
    return page(200, pages, name, path, model);
  }

  /**
   * A page that says who is signed in.
   *
   * @param name of its template
   * @param path where the page is, for the language switch
   * @param model what the template shows, besides what every page says of the viewer
   */
  public Response page(
      int status, Pages pages, String name, String path, Map<String, Object> model) {
    Map<String, Object> all = new LinkedHashMap<>(model);
    all.putAll(Pages.signed(viewer));
    Response.ResponseBuilder response =
        Response.status(status)
            .entity(pages.view(name, path, language, all))
            .header(HttpHeaders.CONTENT_LANGUAGE, language.code());
    ReaderLanguage.asked(uri).ifPresent(asked -> response.cookie(ReaderLanguage.remembered(asked)));
    return response.build();
  }
}
