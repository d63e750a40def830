package dev.dealcoach.service.web.alerts;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.alert.Mailings;
import dev.dealcoach.service.dispatch.Wishes;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How the viewer wants to be told what needs him or her. */
@Path("/account/messages")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.REP, Role.MANAGER, Role.TRAINER, Role.ADMIN})
public final class WishPages {
  private final Mailings mailings;
  private final Wishes.Store wishes;
  private final Pages pages;

  public WishPages(Mailings mailings, Wishes.Store wishes, Pages pages) {
    this.mailings = mailings;
    this.wishes = wishes;
    this.pages = pages;
  }

  /** The wishes. */
  @GET
  public Response wishes(
      @QueryParam("done") @DefaultValue("") String done, @BeanParam Signed signed) {
    return page(200, done, "", signed);
  }

  /** From now on it shall be so. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response set(MultivaluedMap<String, String> form, @BeanParam Signed signed) {
    Optional<Wishes> read =
        WishForm.of(
            mailings,
            Objects.requireNonNullElse(form.get("channel"), List.of()),
            Objects.requireNonNullElse(form.getFirst("language"), ""),
            Objects.requireNonNullElse(form.getFirst("mail"), ""),
            Objects.requireNonNullElse(form.getFirst("quiet-from"), ""),
            Objects.requireNonNullElse(form.getFirst("quiet-until"), ""));
    if (read.isEmpty()) {
      return page(422, "", "problem.wishes", signed);
    }
    wishes.set(signed.viewer().id(), read.get());
    return Response.seeOther(URI.create("/account/messages?done=wishes")).build();
  }

  private Response page(int status, String done, String problem, Signed signed) {
    Viewer viewer = signed.viewer();
    Wishes own = mailings.of(viewer.id());
    Wishes.Quiet quiet = own.quiet();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put(
        "channels",
        mailings.channels().stream()
            .map(name -> Map.of("name", name, "chosen", own.channels().contains(name)))
            .toList());
    model.put("wished", own.language().code());
    model.put("mail", own.mail());
    model.put("from", quiet == null ? "" : quiet.from().toString());
    model.put("until", quiet == null ? "" : quiet.until().toString());
    model.put("usualFrom", mailings.quiet().from().toString());
    model.put("usualUntil", mailings.quiet().until().toString());
    model.put("done", done);
    model.put("problem", problem);
    return signed.page(status, pages, "wishes", "/account/messages", model);
  }
}
