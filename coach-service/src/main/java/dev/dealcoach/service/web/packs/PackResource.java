package dev.dealcoach.service.web.packs;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.nlp.pack.PackProblem;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.pack.PackDesk;
import dev.dealcoach.service.pack.PackDesk.Outcome;
import dev.dealcoach.service.pack.PackInForce;
import dev.dealcoach.service.pack.PackStore;
import dev.dealcoach.service.pack.StoredPack;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rule packs: copies, their files and problems, and what becomes of them. */
@Path("/api/v1/packs")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.TRAINER})
public final class PackResource {
  private final PackStore packs;
  private final PackDesk desk;
  private final PackInForce inForce;
  private final PackWording wording;
  private final Access access;
  private final Messages messages;

  public PackResource(
      PackStore packs,
      PackDesk desk,
      PackInForce inForce,
      PackWording wording,
      Access access,
      Messages messages) {
    this.packs = packs;
    this.desk = desk;
    this.inForce = inForce;
    this.wording = wording;
    this.access = access;
    this.messages = messages;
  }

  /** All packs. */
  public record ListBody(List<PackBody> items) {}

  /**
   * A pack.
   *
   * @param number of a published pack, from 1; null before
   * @param state {@code shipped}, {@code draft}, {@code waiting}, {@code published} or {@code
   *     retired}
   * @param inForce whether it judges now
   * @param sha256 that stands beside its scores; null while it is worked on
   * @param files paths; null in a list
   * @param problems null in a list
   */
  public record PackBody(
      UUID id,
      @Nullable Integer number,
      String name,
      @Nullable UUID origin,
      String state,
      boolean inForce,
      int revision,
      String note,
      String packId,
      @Nullable String sha256,
      String touched,
      @Nullable List<String> files,
      @Nullable List<ProblemBody> problems) {}

  /**
   * Something wrong.
   *
   * @param line from 1; 0 if it concerns the file as a whole
   */
  public record ProblemBody(String file, int line, String code, String message) {}

  /** What to copy, and how to call the copy. */
  public record CopyBody(
      @JsonProperty @Nullable UUID origin, @JsonProperty @Nullable String name) {}

  /**
   * A file.
   *
   * @param revision of the pack that was looked at
   */
  public record FileBody(
      @JsonProperty int revision, @JsonProperty @Nullable String path, @JsonProperty String text) {}

  /**
   * What to do with a pack.
   *
   * @param step {@code submit}, {@code send-back}, {@code publish}, {@code enforce} or {@code
   *     retire}
   * @param note needed for all but {@code publish}
   */
  public record StepBody(
      @JsonProperty @Nullable String step,
      @JsonProperty int revision,
      @JsonProperty @Nullable String note) {}

  /** All packs, the last touched first. */
  @GET
  public ListBody all(@BeanParam Signed signed) {
    return new ListBody(
        packs.all().stream().map(each -> body(each, false, signed.language())).toList());
  }

  /** Makes a copy that can be edited. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response copy(@Nullable CopyBody body, @BeanParam Signed signed) {
    if (body == null || body.origin() == null || body.name() == null) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    PackDesk.Copied copied = desk.copy(body.origin(), body.name(), viewer.id());
    UUID id = copied.copy();
    if (id == null) {
      return refused(copied.outcome(), language);
    }
    access.note(viewer, Act.CREATED, "pack", id, "copy");
    return Response.created(URI.create("/api/v1/packs/" + id))
        .entity(body(packs.find(id).orElseThrow(), true, language))
        .build();
  }

  /** One pack, with its files' paths and all problems. */
  @GET
  @Path("{id}")
  public PackBody pack(@PathParam("id") UUID id, @BeanParam Signed signed) {
    return body(packs.find(id).orElseThrow(NotFoundException::new), true, signed.language());
  }

  /** The text of a file. */
  @GET
  @Path("{id}/file")
  public FileBody file(
      @PathParam("id") UUID id, @QueryParam("path") @DefaultValue("") String path) {
    StoredPack pack = packs.find(id).orElseThrow(NotFoundException::new);
    String text = packs.files(id).texts().get(path);
    if (text == null) {
      throw new NotFoundException();
    }
    return new FileBody(pack.revision(), path, text);
  }

  /** Writes a file of a draft. */
  @PUT
  @Path("{id}/file")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response write(
      @PathParam("id") UUID id, @Nullable FileBody body, @BeanParam Signed signed) {
    if (body == null || body.path() == null || body.text() == null) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    Outcome outcome =
        desk.write(
            id,
            body.revision(),
            Map.of(body.path(), PackFilePages.lines(body.text())),
            viewer.id());
    return answer(outcome, id, "edited", viewer, signed.language());
  }

  /** Hands a pack on, gives it back, publishes it, puts it in force again or retires it. */
  @POST
  @Path("{id}/steps")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response step(
      @PathParam("id") UUID id, @Nullable StepBody body, @BeanParam Signed signed) {
    if (body == null || body.step() == null) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    String note = Objects.requireNonNullElse(body.note(), "");
    Outcome outcome =
        switch (body.step()) {
          case "submit" -> desk.submit(id, body.revision(), note, viewer.id());
          case "send-back" -> desk.sendBack(id, body.revision(), note, viewer.id());
          case "publish" -> desk.publish(id, body.revision(), viewer.id());
          case "enforce" -> desk.enforce(id, note, viewer.id());
          case "retire" -> desk.retire(id, note, viewer.id());
          default -> throw new BadRequestException();
        };
    return answer(outcome, id, body.step(), viewer, signed.language());
  }

  private Response answer(Outcome outcome, UUID id, String what, Viewer viewer, Language language) {
    if (outcome == Outcome.NOT_THERE) {
      throw new NotFoundException();
    }
    if (outcome != Outcome.DONE) {
      return refused(outcome, language);
    }
    access.note(viewer, Act.CHANGED, "pack", id, what);
    return Response.ok(body(packs.find(id).orElseThrow(), true, language)).build();
  }

  private Response refused(Outcome outcome, Language language) {
    if (outcome == Outcome.NOT_THERE) {
      throw new NotFoundException();
    }
    int status = outcome == Outcome.CONFLICT ? 409 : 422;
    return Problem.of(PackWording.refused(outcome), status, messages, language).response();
  }

  private PackBody body(StoredPack pack, boolean whole, Language language) {
    return new PackBody(
        pack.id(),
        pack.number(),
        wording.name(pack, language),
        pack.origin(),
        pack.state().id(),
        pack.sha256() != null && pack.sha256().equals(inForce.judges().pack().sha256()),
        pack.revision(),
        pack.note(),
        pack.packId(),
        pack.sha256(),
        pack.touched().toString(),
        whole ? List.copyOf(packs.files(pack.id()).texts().keySet()) : null,
        whole
            ? desk.problems(pack.id()).stream().map(each -> problem(each, language)).toList()
            : null);
  }

  private ProblemBody problem(PackProblem problem, Language language) {
    return new ProblemBody(
        problem.file(), problem.line(), problem.fault().id(), wording.problem(problem, language));
  }
}
