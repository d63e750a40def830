package dev.dealcoach.service.web;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.account.Viewer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What went wrong, as a page for who opened an address in a browser. Thread-safe. */
public final class ErrorPages {
  private final Pages pages;

  public ErrorPages(Pages pages) {
    this.pages = pages;
  }

  /**
   * Whether a page is wanted rather than JSON.
   *
   * @param path of the address, without a slash before it
   */
  public static boolean wanted(String path, List<MediaType> acceptable) {
    return !path.startsWith("api/")
        && acceptable.stream()
            .anyMatch(
                type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
  }

  /**
   * The page.
   *
   * @param viewer who is signed in; null if nobody is, or that is not known
   */
  public Response page(Problem problem, Language language, @Nullable Viewer viewer) {
    Map<String, Object> model = new LinkedHashMap<>();
    if (viewer != null) {
      model.putAll(Pages.signed(viewer));
    }
    model.put("title", problem.title());
    model.put("detail", problem.detail());
    model.put("status", Integer.toString(problem.status()));
    // an address that is not there is known before anybody knows who asks
    String start = viewer == null ? "/start" : Navigation.start(viewer.role());
    model.put("onward", start);
    return Response.status(problem.status())
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .entity(pages.view("problem", start, language, model))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
        .build();
  }
}
