package dev.dealcoach.service.web.honours;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page of the honours board. */
@Path("/honours")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.REP, Role.MANAGER})
public final class HonoursPages {
  private final HonoursDesk desk;
  private final Pages pages;

  public HonoursPages(HonoursDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * The boards of the viewer's branches; most have one.
   *
   * @param month ISO 8601; without it, the last that is over
   */
  @GET
  public Response honours(
      @QueryParam("month") @DefaultValue("") String month, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    YearMonth wanted = desk.month(month);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put(
        "boards",
        desk.branches(viewer).stream()
            .map(team -> desk.board(viewer, team.id(), wanted, signed.language()))
            .toList());
    model.put("year", Integer.toString(wanted.getYear()));
    model.put("number", Integer.toString(wanted.getMonthValue()));
    model.put("before", wanted.minusMonths(1).toString());
    model.put("after", wanted.isBefore(desk.thisMonth()) ? wanted.plusMonths(1).toString() : "");
    model.put("running", wanted.equals(desk.thisMonth()));
    return signed.page(pages, "honours", "/honours?month=" + wanted, model);
  }
}
