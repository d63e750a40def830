package dev.dealcoach.service.web.library;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.library.LibraryFile;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files of examples that are taken in: JSONL and XLSX. */
@Path("/api/v1/imports/examples")
@Allowed({Role.TRAINER})
public final class ExampleImportResource {
  private static final int MOST_BYTES = 8 << 20;

  private final LibraryStore library;
  private final Runnable changed;
  private final Access access;
  private final Messages messages;
  private final InstantSource clock;

  /**
   * @param changed is run after an import
   */
  public ExampleImportResource(
      LibraryStore library,
      Runnable changed,
      Access access,
      Messages messages,
      InstantSource clock) {
    this.library = library;
    this.changed = changed;
    this.access = access;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * What came of a file.
   *
   * @param good lines that are examples
   * @param bad lines that are none
   */
  public record ReportBody(
      int good, int bad, int created, int changed, int unchanged, List<LineBody> lines) {}

  /**
   * What came of a line.
   *
   * @param state {@code good}, {@code created}, {@code changed}, {@code unchanged} or {@code bad}
   * @param field at fault; null if none
   * @param code of what is wrong; null if nothing
   * @param message of what is wrong, in a sentence; null if nothing
   */
  public record LineBody(
      int line,
      @Nullable String id,
      String state,
      @Nullable String field,
      @Nullable String code,
      @Nullable String message) {}

  /** Takes the good lines in; they wait for a second trainer. */
  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_JSON)
  public Response take(
      InputStream body,
      @QueryParam("check") @DefaultValue("false") boolean check,
      @BeanParam Signed signed)
      throws IOException {
    Language language = signed.language();
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      return Problem.of("table-too-large", 413, messages, language).response();
    }
    Optional<List<LibraryFile.Numbered>> lines = LibraryFile.read(bytes);
    if (lines.isEmpty()) {
      return Problem.of("no-examples", 422, messages, language).response();
    }
    Viewer viewer = signed.viewer();
    List<LibraryFile.LineReport> reports =
        LibraryFile.take(lines.get(), library, viewer.id(), clock.instant(), check);
    if (!check) {
      changed.run();
      access.note(viewer, Act.CREATED, "examples", "import", lines.get().size() + " lines");
    }
    int bad = count(reports, "bad");
    return Response.ok(
            new ReportBody(
                reports.size() - bad,
                bad,
                count(reports, "created"),
                count(reports, "changed"),
                count(reports, "unchanged"),
                reports.stream().map(each -> line(each, language)).toList()))
        .build();
  }

  private static int count(List<LibraryFile.LineReport> reports, String state) {
    return (int) reports.stream().filter(each -> each.state().equals(state)).count();
  }

  private LineBody line(LibraryFile.LineReport report, Language language) {
    boolean bad = report.state().equals("bad");
    return new LineBody(
        report.line(),
        report.id().isEmpty() ? null : report.id(),
        report.state(),
        report.member().isEmpty() ? null : report.member(),
        bad ? report.fault() : null,
        bad
            ? messages
                .text(language, "library.fault." + report.fault())
                .replace("{field}", report.member())
            : null);
  }
}
