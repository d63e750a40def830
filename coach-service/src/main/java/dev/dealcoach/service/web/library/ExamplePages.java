package dev.dealcoach.service.web.library;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.library.LibraryUse;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages of the approved examples: search, and one of them. */
@Path("/examples")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.REP, Role.MANAGER, Role.TRAINER, Role.ADMIN})
public final class ExamplePages {
  private static final int TEASER = 220;

  private final LibraryStore library;
  private final LibraryUse use;
  private final ExampleSearch search;
  private final LibraryWording wording;
  private final Pages pages;
  private final InstantSource clock;

  public ExamplePages(
      LibraryStore library,
      LibraryUse use,
      ExampleSearch search,
      LibraryWording wording,
      Pages pages,
      InstantSource clock) {
    this.library = library;
    this.use = use;
    this.search = search;
    this.wording = wording;
    this.pages = pages;
    this.clock = clock;
  }

  /** Search; without words the newest. */
  @GET
  public Response search(
      @QueryParam("q") @DefaultValue("") String words,
      @QueryParam("industry") @DefaultValue("") String industry,
      @QueryParam("stage") @DefaultValue("") String stage,
      @QueryParam("shows") @DefaultValue("") String shows,
      @QueryParam("tag") @DefaultValue("") String tag,
      @QueryParam("after") @Nullable String after,
      @BeanParam Signed signed) {
    Language language = signed.language();
    ExampleSearch.Result result;
    try {
      result =
          search.search(
              new ExampleSearch.Asked(
                  words, new LibraryStore.Wanted(industry, stage, shows, tag), after),
              language);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("q", words);
    model.put("industry", industry);
    model.put("stage", stage);
    model.put("shows", shows);
    model.put("tag", tag);
    model.put("industries", wording.industries(language));
    model.put("stages", wording.stages(language));
    model.put("allShows", wording.shows(language));
    model.put("allTags", wording.tags(language));
    model.put("ready", result.ready());
    model.put("fits", result.found().stream().anyMatch(ExampleSearch.Found::fits));
    model.put("found", result.found().stream().map(each -> line(each, language)).toList());
    model.put("next", result.next() == null ? "" : result.next());
    return signed.page(pages, "examples", "/examples", model);
  }

  private Map<String, Object> line(ExampleSearch.Found found, Language language) {
    CardBody card = CardBody.of(found.example(), found.why(), false, wording, language);
    Map<String, Object> line = Card.of(card);
    String text = card.text();
    line.put(
        "teaser",
        text.length() <= TEASER
            ? text
            : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, TEASER))) + "…");
    return line;
  }

  /** An example. */
  @GET
  @Path("{id}")
  public Response example(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    LibraryExample example = ExampleResource.shown(library, id);
    ExampleResource.opened(use, id, viewer, clock);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put(
        "example",
        Card.of(
            CardBody.of(
                example, List.of(), use.helped(id, viewer.id()), wording, signed.language())));
    return signed.page(pages, "example", "/examples/" + id, model);
  }

  /** Says that it helped, or takes that back. */
  @POST
  @Path("{id}/helped")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response helped(
      @PathParam("id") UUID id,
      @FormParam("helped") @DefaultValue("") String helped,
      @BeanParam Signed signed) {
    ExampleResource.shown(library, id);
    use.helped(id, signed.viewer().id(), ExampleResource.today(clock), helped.equals("true"));
    return Pages.goTo("/examples/" + id);
  }
}
