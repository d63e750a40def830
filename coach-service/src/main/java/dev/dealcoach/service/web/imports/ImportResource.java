package dev.dealcoach.service.web.imports;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.deal.DealEdit;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.imports.DealLine;
import dev.dealcoach.service.imports.DealTable;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes tables of deals in. Good lines become deals whatever the others are; the report tells of
 * every line. With the header {@code Idempotency-Key} a line creates once, however often the table
 * is sent.
 */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class ImportResource {
  private static final int MOST_BYTES = 5 << 20;
  private static final int LONGEST_KEY = 150;

  private final DealStore deals;
  private final Messages messages;
  private final InstantSource clock;

  public ImportResource(DealStore deals, Messages messages, InstantSource clock) {
    this.deals = deals;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * What came of a line.
   *
   * @param line its number in the file, from 1
   * @param state {@code created}, {@code there} if the same key created it before, {@code good} if
   *     nothing was to be created, or {@code bad}
   * @param deal that was created; null otherwise
   * @param column that is wrong; null if none
   * @param problem what is wrong, in the reader's language; null if nothing
   */
  public record LineBody(
      long line,
      String state,
      @Nullable UUID deal,
      @Nullable String column,
      @Nullable String problem) {}

  /** What came of a table. */
  public record ReportBody(int good, int bad, List<LineBody> lines) {}

  /**
   * Imports a table.
   *
   * @param check whether it is only looked at
   */
  @POST
  @Path("deals")
  @Consumes("text/csv")
  public Response deals(
      InputStream body,
      @QueryParam("check") @DefaultValue("false") boolean check,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @BeanParam Signed signed)
      throws IOException {
    Language language = signed.language();
    if (key != null && (key.isEmpty() || key.length() > LONGEST_KEY)) {
      throw new BadRequestException();
    }
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      return Problem.of("table-too-large", 413, messages, language).response();
    }
    Optional<List<DealLine>> table = DealTable.read(bytes, clock.instant());
    if (table.isEmpty()) {
      return Problem.of("no-table", 422, messages, language).response();
    }
    List<LineBody> lines = new ArrayList<>();
    for (DealLine line : table.get()) {
      lines.add(
          switch (line) {
            case DealLine.Bad bad ->
                new LineBody(
                    bad.line(),
                    "bad",
                    null,
                    bad.column(),
                    messages.text(language, "import.problem." + bad.problem()));
            case DealLine.Good good when check ->
                new LineBody(good.line(), "good", null, null, null);
            case DealLine.Good good -> created(good, signed.viewer(), key, language);
          });
    }
    int bad = (int) lines.stream().filter(line -> line.state().equals("bad")).count();
    return Response.ok(new ReportBody(lines.size() - bad, bad, lines)).build();
  }

  private LineBody created(
      DealLine.Good line, Viewer viewer, @Nullable String key, Language language) {
    DealEdit deal = line.deal();
    String lineKey = key == null ? null : key + "/" + line.line();
    Creation creation =
        deals.add(
            new NewDeal(
                deal.customerName(),
                deal.industry(),
                viewer.id(),
                deal.title(),
                deal.product(),
                deal.stage(),
                deal.firstContact(),
                deal.at()),
            Once.of(
                viewer.id(),
                lineKey,
                "import",
                deal.customerName(),
                deal.industry(),
                deal.title(),
                deal.product(),
                deal.stage(),
                deal.outcome(),
                deal.firstContact(),
                deal.firstQuote(),
                line.statements()));
    return switch (creation) {
      case Creation.KeyTaken() ->
          new LineBody(
              line.line(), "bad", null, null, messages.text(language, "problem.key-taken.title"));
      // a request that broke off may have left the rest of the line over
      case Creation.Earlier(UUID id) -> complete(line, viewer, lineKey, id, "there");
      case Creation.New(UUID id) -> complete(line, viewer, lineKey, id, "created");
    };
  }

  private LineBody complete(
      DealLine.Good line, Viewer viewer, @Nullable String key, UUID deal, String state) {
    if (state.equals("created") && changes(line.deal())) {
      deals.change(deal, line.deal());
    }
    if (!line.statements().isEmpty()) {
      deals.say(
          line.statements().stream()
              .map(
                  text ->
                      new Statement(
                          UUID.randomUUID(),
                          deal,
                          viewer.id(),
                          Statement.Source.TYPED,
                          text,
                          line.deal().at()))
              .toList(),
          Once.of(viewer.id(), key == null ? null : key + "/said", deal));
    }
    return new LineBody(line.line(), state, deal, null, null);
  }

  /** Whether there is more to it than what a new deal has. */
  private static boolean changes(DealEdit deal) {
    return deal.firstQuote() != null
        || deal.outcome() != dev.dealcoach.service.deal.Deal.Outcome.OPEN;
  }
}
