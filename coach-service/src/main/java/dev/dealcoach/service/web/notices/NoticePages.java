package dev.dealcoach.service.web.notices;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.notice.NoticeStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.web.Listed;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of what the viewer was told. */
@Path("/notices")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.REP, Role.MANAGER, Role.TRAINER, Role.ADMIN})
public final class NoticePages {
  private final NoticeStore notices;
  private final Pages pages;
  private final InstantSource clock;

  public NoticePages(NoticeStore notices, Pages pages, InstantSource clock) {
    this.notices = notices;
    this.pages = pages;
    this.clock = clock;
  }

  /** The notices, the newest first. */
  @GET
  public Response notices(@QueryParam("after") @Nullable String after, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Page<Notice> page =
        Listed.part(PageRequest.USUAL, after, part -> notices.of(viewer.id(), part));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("notices", page.items().stream().map(NoticePages::line).toList());
    model.put("next", page.next() == null ? "" : page.next());
    model.put("unseen", notices.unseen(viewer.id()));
    return signed.page(pages, "notices", "/notices", model);
  }

  /** All have been seen. */
  @POST
  @Path("seen")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response seen(@BeanParam Signed signed) {
    notices.seen(signed.viewer().id(), clock.instant());
    return Pages.goTo("/notices");
  }

  private static Map<String, Object> line(Notice notice) {
    return Map.of(
        "kind", notice.kind(),
        "link", notice.link(),
        "detail", notice.detail(),
        "at", notice.at().toString(),
        "seen", notice.seen() != null);
  }
}
