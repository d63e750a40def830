package dev.dealcoach.service.web.imports;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The page on which a table of deals is imported. */
@Path("/import")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.REP, Role.MANAGER})
public final class ImportPages {
  private final Pages pages;

  public ImportPages(Pages pages) {
    this.pages = pages;
  }

  /** Where a table is chosen, and what came of it is read. */
  @GET
  public Response page(@BeanParam Signed signed) {
    return signed.page(pages, "import", "/import", Map.of());
  }
}
