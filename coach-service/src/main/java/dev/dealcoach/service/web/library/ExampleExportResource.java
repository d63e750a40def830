package dev.dealcoach.service.web.library;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryFile;
import dev.dealcoach.service.library.LibraryState;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.FileName;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;

/** The library as a file: JSONL or XLSX. */
@Path("/api/v1/exports/examples")
@Allowed({Role.TRAINER})
public final class ExampleExportResource {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final LibraryStore library;
  private final Access access;

  public ExampleExportResource(LibraryStore library, Access access) {
    this.library = library;
    this.access = access;
  }

  /** All examples that are not retired, to keep elsewhere or to work on in a spreadsheet. */
  @GET
  @Produces(MediaType.WILDCARD)
  public Response give(
      @QueryParam("format") @DefaultValue("jsonl") String format, @BeanParam Signed signed)
      throws IOException {
    List<LibraryExample> all =
        library.all().stream()
            .filter(
                each ->
                    each.state() != LibraryState.RETIRED && each.state() != LibraryState.NOMINATED)
            .toList();
    access.note(signed.viewer(), Act.READ, "examples", "export", format);
    boolean sheet = format.equals("xlsx");
    return Response.ok(sheet ? LibraryFile.xlsx(all) : LibraryFile.jsonl(all))
        .type(sheet ? XLSX : "application/x-ndjson")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            FileName.of(sheet ? "examples.xlsx" : "examples.jsonl").attachment())
        .build();
  }
}
