package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.correction.Agreement;
import dev.dealcoach.service.correction.AgreementTable;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.corrections.CorrectionBodies.AgreementBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of how well machine and people agree. */
@Path("/agreement")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.MANAGER, Role.TRAINER})
public final class AgreementPages {
  private final Desk desk;
  private final Pages pages;

  AgreementPages(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /** Item by item. */
  @GET
  public Response agreement(@BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    AgreementTable table = desk.agreement(viewer);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("trainer", viewer.role() == Role.TRAINER);
    model.put("enough", Agreement.ENOUGH);
    model.put("any", table.rows().stream().anyMatch(row -> row.all().count() > 0));
    model.put(
        "rows",
        table.rows().stream()
            .filter(row -> row.all().count() > 0)
            .map(
                row ->
                    Map.of(
                        "item", row.item().id(),
                        "all", line(row.all()),
                        "blind", line(row.blind())))
            .toList());
    return signed.page(pages, "agreement", "/agreement", model);
  }

  private static Map<String, Object> line(Agreement agreement) {
    AgreementBody body = AgreementBody.of(agreement);
    return Map.of(
        "count", body.count(),
        "raw", body.raw() == null ? "" : Long.toString(Math.round(100 * body.raw())),
        "kappa", figure(body.kappa()),
        "ac1", figure(body.ac1()),
        "warnings", body.warnings());
  }

  /** Two decimals, or nothing. */
  private static String figure(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.2f", value);
  }
}
