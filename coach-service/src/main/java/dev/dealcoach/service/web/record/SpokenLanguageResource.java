package dev.dealcoach.service.web.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.recording.SpeakerStore;
import dev.dealcoach.service.recording.SpokenIn;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What language the own recordings are spoken in. */
@Path("/api/v1/me/spoken-language")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class SpokenLanguageResource {
  private final SpeakerStore speakers;
  private final Access access;

  public SpokenLanguageResource(SpeakerStore speakers, Access access) {
    this.speakers = speakers;
    this.access = access;
  }

  /**
   * A language.
   *
   * @param language {@code zh}, {@code en}, or {@code auto} for finding it out each time; null as
   *     long as nothing is set, which is the reader's language
   */
  public record SpokenBody(@JsonProperty @Nullable String language) {}

  /** What is set. */
  @GET
  public SpokenBody language(@BeanParam Signed signed) {
    return new SpokenBody(speakers.language(signed.viewer().id()).map(SpokenIn::id).orElse(null));
  }

  /** Sets it for recordings from now on. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public SpokenBody speak(@Nullable SpokenBody body, @BeanParam Signed signed) {
    SpokenIn language =
        Optional.ofNullable(body)
            .map(SpokenBody::language)
            .flatMap(SpokenIn::ofId)
            .orElseThrow(BadRequestException::new);
    Viewer viewer = signed.viewer();
    speakers.speaks(viewer.id(), language);
    access.note(viewer, Act.CHANGED, "spoken-language", viewer.id(), language.id());
    return new SpokenBody(language.id());
  }
}
