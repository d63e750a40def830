package dev.dealcoach.service.web.library;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.library.LibraryUse;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The approved examples, for everybody. */
@Path("/api/v1/examples")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER, Role.TRAINER, Role.ADMIN})
public final class ExampleResource {
  private final LibraryStore library;
  private final LibraryUse use;
  private final ExampleSearch search;
  private final LibraryWording wording;
  private final InstantSource clock;

  public ExampleResource(
      LibraryStore library,
      LibraryUse use,
      ExampleSearch search,
      LibraryWording wording,
      InstantSource clock) {
    this.library = library;
    this.use = use;
    this.search = search;
    this.wording = wording;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param state {@code ready}, or {@code preparing} while the index is made for the first time
   * @param items the best first, or the newest without words
   * @param fits of each item, whether it is good enough for the words
   * @param next {@code after} of the following page; null at the end
   */
  public record FoundBody(
      String state, List<CardBody> items, List<Boolean> fits, @Nullable String next) {}

  /** Whether it helped. */
  public record HelpedBody(@JsonProperty boolean helped) {}

  /** Searches; without words the newest. */
  @GET
  public FoundBody search(
      @QueryParam("q") @DefaultValue("") String words,
      @QueryParam("industry") @DefaultValue("") String industry,
      @QueryParam("stage") @DefaultValue("") String stage,
      @QueryParam("shows") @DefaultValue("") String shows,
      @QueryParam("tag") @DefaultValue("") String tag,
      @QueryParam("after") @Nullable String after,
      @BeanParam Signed signed) {
    Language language = signed.language();
    try {
      ExampleSearch.Result result =
          search.search(
              new ExampleSearch.Asked(
                  words, new LibraryStore.Wanted(industry, stage, shows, tag), after),
              language);
      return new FoundBody(
          result.ready() ? "ready" : "preparing",
          result.found().stream()
              .map(each -> CardBody.of(each.example(), each.why(), false, wording, language))
              .toList(),
          result.found().stream().map(ExampleSearch.Found::fits).toList(),
          result.next());
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }

  /** An example. */
  @GET
  @Path("{id}")
  public CardBody example(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    LibraryExample example = shown(library, id);
    opened(use, id, viewer, clock);
    return CardBody.of(example, List.of(), use.helped(id, viewer.id()), wording, signed.language());
  }

  /** Says that it helped, or takes that back. */
  @PUT
  @Path("{id}/helped")
  @Consumes(MediaType.APPLICATION_JSON)
  public HelpedBody helped(
      @PathParam("id") UUID id, @Nullable HelpedBody body, @BeanParam Signed signed) {
    if (body == null) {
      throw new BadRequestException();
    }
    shown(library, id);
    use.helped(id, signed.viewer().id(), today(clock), body.helped());
    return body;
  }

  static LibraryExample shown(LibraryStore library, UUID id) {
    LibraryExample example = library.shown(List.of(id)).get(id);
    if (example == null) {
      throw new NotFoundException();
    }
    return example;
  }

  /** Trainers look at examples for other reasons. */
  static void opened(LibraryUse use, UUID id, Viewer viewer, InstantSource clock) {
    if (viewer.role() == Role.REP || viewer.role() == Role.MANAGER) {
      use.used(List.of(id), viewer.id(), today(clock), LibraryUse.Kind.OPENED);
    }
  }

  static LocalDate today(InstantSource clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
