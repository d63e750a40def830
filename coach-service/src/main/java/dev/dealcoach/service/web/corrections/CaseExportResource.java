package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.correction.CorrectionStore;
import dev.dealcoach.service.correction.LabelledCases;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.FileName;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What people said of summaries, as labelled cases. */
@Path("/api/v1/exports/cases")
@Allowed({Role.MANAGER, Role.TRAINER})
public final class CaseExportResource {
  private final Desk desk;
  private final CorrectionStore store;
  private final LabelledCases cases;
  private final Access access;

  CaseExportResource(Desk desk, CorrectionStore store, LabelledCases cases, Access access) {
    this.desk = desk;
    this.store = store;
    this.cases = cases;
    this.access = access;
  }

  /** The judged summaries, a JSON object a line, as the summaries' corpus has them; masked. */
  @GET
  @Produces(MediaType.WILDCARD)
  public Response cases(@BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    access.note(viewer, Act.READ, "cases", "export", "jsonl");
    return Response.ok(cases.of(store.judged(desk.sight(viewer))))
        .type("application/x-ndjson;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, FileName.of("cases.jsonl").attachment())
        .build();
  }
}
