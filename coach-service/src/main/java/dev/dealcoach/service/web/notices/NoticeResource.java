package dev.dealcoach.service.web.notices;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.notice.NoticeStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.web.Listed;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the viewer was told. */
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER, Role.TRAINER, Role.ADMIN})
public final class NoticeResource {
  private final NoticeStore notices;
  private final InstantSource clock;

  public NoticeResource(NoticeStore notices, InstantSource clock) {
    this.notices = notices;
    this.clock = clock;
  }

  /** A notice. */
  public record NoticeBody(
      UUID id, String kind, String link, String detail, String at, boolean seen) {
    static NoticeBody of(Notice notice) {
      return new NoticeBody(
          notice.id(),
          notice.kind(),
          notice.link(),
          notice.detail(),
          notice.at().toString(),
          notice.seen() != null);
    }
  }

  /** How many were not seen. */
  public record Unseen(int unseen) {}

  /** The notices, the newest first. */
  @GET
  public Page<NoticeBody> notices(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after,
      @BeanParam Signed signed) {
    return Listed.part(limit, after, part -> notices.of(signed.viewer().id(), part))
        .map(NoticeBody::of);
  }

  /** How many were not seen. */
  @GET
  @Path("unseen")
  public Unseen unseen(@BeanParam Signed signed) {
    return new Unseen(notices.unseen(signed.viewer().id()));
  }

  /** All have been seen. */
  @POST
  @Path("seen")
  public void seen(@BeanParam Signed signed) {
    notices.seen(signed.viewer().id(), clock.instant());
  }
}
