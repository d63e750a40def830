package dev.dealcoach.service.web.honours;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;

/** Honours boards as JSON. */
@Path("/api/v1/honours")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class HonoursResource {
  private final HonoursDesk desk;

  public HonoursResource(HonoursDesk desk) {
    this.desk = desk;
  }

  /**
   * The boards of the viewer's branches.
   *
   * @param month ISO 8601; without it, the last that is over
   */
  @GET
  public List<BoardText> boards(
      @QueryParam("month") @DefaultValue("") String month, @BeanParam Signed signed) {
    YearMonth wanted = desk.month(month);
    return desk.branches(signed.viewer()).stream()
        .map(team -> desk.board(signed.viewer(), team.id(), wanted, signed.language()))
        .toList();
  }
}
