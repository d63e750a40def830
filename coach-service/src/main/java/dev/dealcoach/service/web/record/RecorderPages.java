package dev.dealcoach.service.web.record;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.access.OpenToAll;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.request.PageRequest;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The recorder on the phone, and the worker that keeps it there for times without a network. */
@Path("/record")
@Allowed({Role.REP, Role.MANAGER})
public final class RecorderPages {
  private static final int MOST_DEALS = 100;

  private final DealStore deals;
  private final RecordingIntake intake;
  private final Shown shown;
  private final Pages pages;
  private final InstantSource clock;
  private final String worker;

  public RecorderPages(
      DealStore deals, RecordingIntake intake, Shown shown, Pages pages, InstantSource clock) {
    this.deals = deals;
    this.intake = intake;
    this.shown = shown;
    this.pages = pages;
    this.clock = clock;
    try (InputStream in = Pages.class.getResourceAsStream("record-worker.js")) {
      this.worker = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the recorder's worker is missing from the program", e);
    }
  }

  /** The recorder. */
  @GET
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  public Response recorder(
      @QueryParam("deal") @DefaultValue("") String chosen, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    List<Map<String, Object>> open =
        deals
            .deals(
                new Sight(viewer.id(), Set.of()),
                clock.instant(),
                new PageRequest(MOST_DEALS, null))
            .items()
            .stream()
            .filter(deal -> deal.outcome() == Deal.Outcome.OPEN)
            .map(deal -> line(deal, chosen))
            .toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("deals", open);
    model.put("actions", shown.actions(language));
    model.put("account", viewer.id().toString());
    model.put("spoken", intake.usual(viewer.id(), language).id());
    return signed.page(pages, "record", "/record", model);
  }

  private static Map<String, Object> line(Deal deal, String chosen) {
    return Map.of(
        "id", deal.id().toString(),
        "customer", deal.customerName(),
        "title", deal.title(),
        "chosen", deal.id().toString().equals(chosen));
  }

  /** The worker; it holds nothing of anybody. */
  @GET
  @Path("worker.js")
  @OpenToAll
  @Produces("text/javascript;charset=UTF-8")
  public Response worker() {
    return Response.ok(worker).header("Service-Worker-Allowed", "/record").build();
  }
}
