package dev.dealcoach.service.web.packs;

import dev.dealcoach.nlp.pack.PackProblem;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.library.TextDiff;
import dev.dealcoach.service.pack.PackDesk;
import dev.dealcoach.service.pack.PackDesk.Outcome;
import dev.dealcoach.service.pack.PackState;
import dev.dealcoach.service.pack.PackStore;
import dev.dealcoach.service.pack.StoredPack;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.FileName;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;

/** The files of a rule pack: read, edited, taken home and brought back. */
@Path("/workspace/packs/{id}/files")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.TRAINER})
public final class PackFilePages {
  /** Unchanged lines shown beside a change. */
  private static final int CONTEXT = 3;

  private final PackStore packs;
  private final PackDesk desk;
  private final PackWording wording;
  private final Access access;
  private final Pages pages;

  public PackFilePages(
      PackStore packs, PackDesk desk, PackWording wording, Access access, Pages pages) {
    this.packs = packs;
    this.desk = desk;
    this.wording = wording;
    this.access = access;
    this.pages = pages;
  }

  /** One file. */
  @GET
  public Response file(
      @PathParam("id") UUID id,
      @QueryParam("path") @DefaultValue("") String path,
      @QueryParam("done") @DefaultValue("") String done,
      @BeanParam Signed signed) {
    return file(200, id, path, null, done, "", signed);
  }

  private Response file(
      int status,
      UUID id,
      String path,
      @Nullable String typed,
      String done,
      String problem,
      Signed signed) {
    Language language = signed.language();
    StoredPack pack = packs.find(id).orElseThrow(NotFoundException::new);
    String kept = packs.files(id).texts().get(path);
    String before = pack.origin() == null ? kept : packs.files(pack.origin()).texts().get(path);
    if (kept == null && before == null && typed == null) {
      throw new NotFoundException();
    }
    String text = typed != null ? typed : kept == null ? "" : kept;
    Map<String, Object> model = new LinkedHashMap<>(wording.line(pack, language));
    model.put("path", path);
    model.put("text", text);
    model.put("editable", pack.state() == PackState.DRAFT);
    List<PackProblem> here =
        desk.problems(id).stream().filter(each -> each.file().equals(path)).toList();
    model.put("problems", located(here, kept == null ? "" : kept, language));
    model.put("diff", before == null || kept == null ? List.of() : diff(before, kept));
    model.put("done", done);
    model.put("problem", problem);
    return signed.page(
        status,
        pages,
        "pack-file",
        PackPages.HERE + "/" + id + "/files?path=" + encoded(path),
        model);
  }

  /** Problems with what stands in their lines. */
  private List<Map<String, Object>> located(
      List<PackProblem> problems, String text, Language language) {
    List<String> lines = text.lines().toList();
    List<Map<String, Object>> located = wording.problems(problems, language);
    for (int i = 0; i < located.size(); i++) {
      int line = problems.get(i).line();
      located
          .get(i)
          .put("quote", line >= 1 && line <= lines.size() ? lines.get(line - 1).strip() : "");
    }
    return located;
  }

  /** What differs from the pack that this is a copy of, with a few lines around it. */
  private static List<Map<String, Object>> diff(String before, String after) {
    List<Map<String, Object>> parts = new ArrayList<>();
    if (before.equals(after)) {
      return parts;
    }
    for (TextDiff.Part part : TextDiff.of(before, after)) {
      String text = part.text();
      List<String> lines = List.of(text.split("(?<=\n)"));
      if (part.change() == TextDiff.Change.SAME && lines.size() > 2 * CONTEXT + 1) {
        boolean first = parts.isEmpty();
        text =
            (first ? "" : String.join("", lines.subList(0, CONTEXT)))
                + "⋯\n"
                + String.join("", lines.subList(lines.size() - CONTEXT, lines.size()));
      }
      parts.add(Map.of("change", part.change().id(), "text", text));
    }
    return parts;
  }

  /** Keeps a file as it was written, with its problems if it has any. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      @PathParam("id") UUID id,
      @FormParam("path") @DefaultValue("") String path,
      @FormParam("revision") @DefaultValue("0") int revision,
      @FormParam("text") @DefaultValue("") String text,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    String written = lines(text);
    Outcome outcome = desk.write(id, revision, Map.of(path, written), viewer.id());
    if (outcome == Outcome.NOT_THERE) {
      throw new NotFoundException();
    }
    if (outcome != Outcome.DONE) {
      // nothing that somebody wrote is lost
      return file(
          422, id, path, written, "", PackWording.key(PackWording.refused(outcome)), signed);
    }
    access.note(viewer, Act.CHANGED, "pack", id, "edited");
    return Pages.goTo(
        PackPages.HERE + "/" + id + "/files?path=" + encoded(path) + "&done=pack-saved");
  }

  /** The files as a zip. */
  @GET
  @Path("zip")
  @Produces(MediaType.WILDCARD)
  public Response zip(@PathParam("id") UUID id) throws IOException {
    StoredPack pack = packs.find(id).orElseThrow(NotFoundException::new);
    String name = pack.number() == null ? "rules" : "rules-" + pack.number();
    return Response.ok(PackArchive.zip(packs.files(id).texts()))
        .type("application/zip")
        .header(HttpHeaders.CONTENT_DISPOSITION, FileName.of(name + ".zip").attachment())
        .build();
  }

  /** Takes all files from a zip; what is not in it goes. */
  @POST
  @Path("zip")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(
      @PathParam("id") UUID id,
      FormDataMultiPart form,
      @QueryParam("revision") @DefaultValue("0") int revision,
      @BeanParam Signed signed)
      throws IOException {
    Viewer viewer = signed.viewer();
    if (packs.find(id).isEmpty()) {
      throw new NotFoundException();
    }
    FormDataBodyPart part = form.getField("file");
    Optional<Map<String, String>> files = Optional.empty();
    if (part != null) {
      try (InputStream in = part.getValueAs(InputStream.class)) {
        files = PackArchive.read(in);
      }
    }
    Outcome outcome = Outcome.UNFIT;
    if (files.isPresent()) {
      Map<String, @Nullable String> texts = new TreeMap<>();
      packs.files(id).texts().keySet().forEach(path -> texts.put(path, null));
      texts.putAll(files.get());
      outcome = desk.write(id, revision, texts, viewer.id());
    }
    String then = "done=pack-uploaded";
    if (outcome == Outcome.DONE) {
      access.note(viewer, Act.CHANGED, "pack", id, "uploaded");
    } else {
      then = "refused=" + PackWording.refused(outcome);
    }
    return Pages.goTo(PackPages.HERE + "/" + id + "?" + then);
  }

  /** Browsers end lines in their own way. */
  static String lines(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    return lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n";
  }

  private static String encoded(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
