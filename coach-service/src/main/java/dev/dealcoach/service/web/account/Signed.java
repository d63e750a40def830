package dev.dealcoach.service.web.account;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.ReaderLanguage;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pages for somebody who is signed in. */
public final class Signed {
  private Signed() {}

  /**
   * A page that says who is signed in.
   *
   * @param model what the template shows, besides {@code viewer} and {@code csrf}
   */
  public static Response page(
      int status,
      Pages pages,
      String name,
      String path,
      Language language,
      Viewer viewer,
      Map<String, Object> model,
      UriInfo uri) {
    Map<String, Object> all = new LinkedHashMap<>(model);
    all.put("viewer", viewer.account().name());
    all.put("signIn", viewer.account().signIn());
    all.put("role", viewer.role().id());
    all.put("csrf", viewer.session() == null ? "" : viewer.session().csrf());
    Response.ResponseBuilder response =
        Response.status(status)
            .entity(pages.view(name, path, language, all))
            .header(HttpHeaders.CONTENT_LANGUAGE, language.code());
    ReaderLanguage.asked(uri).ifPresent(asked -> response.cookie(ReaderLanguage.remembered(asked)));
    return response.build();
  }
}
