package dev.dealcoach.service.web.admin;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.transcribe.ModelChoice;
import dev.dealcoach.service.transcribe.ModelDesk;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.UploadLimit;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.speech.model.CatalogueEntry;
import dev.dealcoach.speech.model.InstalledModel;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speech models: what is published, what is installed, installing and verifying. */
@Path("/manage/speech")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed(Role.ADMIN)
public final class SpeechPages {
  private static final Logger LOG = LoggerFactory.getLogger(SpeechPages.class);
  private static final String HERE = "/manage/speech";

  private final ModelDesk desk;
  private final ModelChoice choice;
  private final java.nio.file.Path temporary;
  private final Access access;
  private final Pages pages;

  /**
   * @param temporary folder in which an uploaded zip waits
   */
  public SpeechPages(
      ModelDesk desk,
      ModelChoice choice,
      java.nio.file.Path temporary,
      Access access,
      Pages pages) {
    this.desk = desk;
    this.choice = choice;
    this.temporary = temporary;
    this.access = access;
    this.pages = pages;
  }

  /** The models. */
  @GET
  public Response models(@BeanParam Signed signed) throws IOException {
    return page(200, "", signed);
  }

  /** What is under way. */
  @GET
  @Path("state")
  @Produces(MediaType.APPLICATION_JSON)
  public ModelDesk.Work state() {
    return desk.work();
  }

  /** Installs a published model, or one from a zip on the service's machine. */
  @POST
  @Path("install")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response install(
      @FormParam("id") @DefaultValue("") String id,
      @FormParam("zip") @DefaultValue("") String zip,
      @FormParam("language") @DefaultValue("") String language,
      @BeanParam Signed signed)
      throws IOException {
    boolean begun;
    try {
      begun =
          zip.isBlank()
              ? desk.install(id.strip())
              : desk.install(
                  id.strip(), language(language), java.nio.file.Path.of(zip.strip()), false);
    } catch (InvalidPathException e) {
      begun = false;
    }
    return answer(begun, id, signed);
  }

  /** Installs a model from a zip that the browser sends. */
  @POST
  @Path("upload")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @UploadLimit.Applies
  public Response upload(
      FormDataMultiPart form,
      @QueryParam("id") @DefaultValue("") String id,
      @QueryParam("language") @DefaultValue("") String language,
      @BeanParam Signed signed)
      throws IOException {
    FormDataBodyPart file = form.getField("file");
    if (file == null) {
      return page(400, "speech.refused.no-zip", signed);
    }
    java.nio.file.Path zip;
    try {
      zip = kept(file);
    } catch (IOException e) {
      LOG.warn("a zip of a speech model could not be kept: {}", e.toString());
      return page(507, "speech.refused.no-room", signed);
    }
    boolean begun = false;
    try {
      begun = desk.install(id.strip(), language(language), zip, true);
    } finally {
      if (!begun) {
        Files.deleteIfExists(zip);
      }
    }
    return answer(begun, id, signed);
  }

  /** Writes what was sent into a file. */
  private java.nio.file.Path kept(FormDataBodyPart file) throws IOException {
    Files.createDirectories(temporary);
    java.nio.file.Path zip = Files.createTempFile(temporary, "model", ".zip");
    boolean whole = false;
    try (InputStream in = file.getValueAs(InputStream.class)) {
      Files.copy(in, zip, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(zip);
      }
    }
    return zip;
  }

  /** Looks through all installed models. */
  @POST
  @Path("verify")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response verify(@BeanParam Signed signed) throws IOException {
    return desk.verify() ? Pages.goTo(HERE) : page(409, "speech.refused.busy", signed);
  }

  private Response answer(boolean begun, String id, Signed signed) throws IOException {
    if (!begun) {
      return desk.work().underWay()
          ? page(409, "speech.refused.busy", signed)
          : page(422, "speech.refused.unknown", signed);
    }
    access.note(signed.viewer(), Act.CREATED, "speech-model", id.strip(), "");
    return Pages.goTo(HERE);
  }

  private static @Nullable SpokenLanguage language(String code) {
    return switch (code) {
      case "zh", "en" -> SpokenLanguage.ofCode(code);
      default -> null;
    };
  }

  private Response page(int status, String problem, Signed signed) throws IOException {
    List<InstalledModel> installed = desk.installed();
    Map<String, String> verified = desk.verified();
    List<Map<String, Object>> lines = new ArrayList<>();
    for (CatalogueEntry entry : desk.catalogue().entries()) {
      InstalledModel here =
          installed.stream().filter(each -> each.id().equals(entry.id())).findFirst().orElse(null);
      Map<String, Object> line = line(entry.id(), entry.language(), here, verified);
      line.put("size", entry.size());
      line.put("scale", entry.scale().id());
      line.put("licence", entry.licence());
      line.put(
          "errors",
          entry.errors().entrySet().stream()
              .map(
                  each -> each.getKey() + " " + String.format(Locale.ROOT, "%.2f", each.getValue()))
              .collect(Collectors.joining(", ")));
      lines.add(line);
    }
    for (InstalledModel model : installed) {
      if (desk.catalogue().find(model.id()).isEmpty()) {
        Map<String, Object> line = line(model.id(), model.language(), model, verified);
        line.put("size", OperationsPages.bytes(model.bytes()));
        line.put("scale", "");
        line.put("licence", "");
        line.put("errors", "");
        lines.add(line);
      }
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("models", lines);
    model.put(
        "serving",
        Arrays.stream(SpokenLanguage.values())
            .map(
                each ->
                    Map.of(
                        "language",
                        each.code(),
                        "model",
                        choice.of(each).map(InstalledModel::id).orElse("")))
            .toList());
    model.put("folder", desk.folder().toAbsolutePath().toString());
    ModelDesk.Work work = desk.work();
    model.put("workId", work.id());
    model.put("stage", work.stage());
    model.put("percent", Integer.toString(work.percent()));
    model.put("underWay", work.underWay());
    model.put("code", work.code());
    model.put("detail", work.detail());
    model.put("problem", problem);
    return signed.page(status, pages, "speech", HERE, model);
  }

  private static Map<String, Object> line(
      String id,
      SpokenLanguage language,
      @Nullable InstalledModel here,
      Map<String, String> verified) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", id);
    line.put("language", language.code());
    line.put("installed", here != null);
    line.put("verified", here == null ? "" : verified.getOrDefault(id, ""));
    return line;
  }
}
