package dev.dealcoach.service.web.account;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Admission;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.people.ApiToken;
import dev.dealcoach.service.people.ApiTokenStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.recording.SpeakerStore;
import dev.dealcoach.service.recording.SpokenIn;
import dev.dealcoach.service.web.Navigation;
import dev.dealcoach.service.web.Pages;
import jakarta.ws.rs.BadRequestException;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The own account: who sees what one does, languages, password, tokens of programs. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.REP, Role.MANAGER, Role.TRAINER, Role.ADMIN})
public final class AccountPages {
  private static final int LONGEST_NAME = 200;

  private final Admission admission;
  private final ApiTokenStore tokens;
  private final TeamStore teams;
  private final SpeakerStore speakers;
  private final Access access;
  private final Pages pages;
  private final InstantSource clock;

  public AccountPages(
      Admission admission,
      ApiTokenStore tokens,
      TeamStore teams,
      SpeakerStore speakers,
      Access access,
      Pages pages,
      InstantSource clock) {
    this.admission = admission;
    this.tokens = tokens;
    this.teams = teams;
    this.speakers = speakers;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  /** Where somebody's day begins. */
  @GET
  @Path("start")
  public Response start(@BeanParam Signed signed) {
    return Pages.goTo(Navigation.start(signed.viewer().role()));
  }

  /** The account. */
  @GET
  @Path("account")
  public Response account(
      @QueryParam("done") @DefaultValue("") String done, @BeanParam Signed signed) {
    return page(200, "", done, "", signed);
  }

  /** Sets what language the own recordings are spoken in. */
  @POST
  @Path("account/spoken-language")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Allowed({Role.REP, Role.MANAGER})
  public Response spokenLanguage(
      @FormParam("language") @DefaultValue("") String language, @BeanParam Signed signed) {
    SpokenIn spoken = SpokenIn.ofId(language).orElseThrow(BadRequestException::new);
    Viewer viewer = signed.viewer();
    speakers.speaks(viewer.id(), spoken);
    access.note(viewer, Act.CHANGED, "spoken-language", viewer.id(), spoken.id());
    return Pages.goTo("/account?done=spoken");
  }

  /** Changes the password. */
  @POST
  @Path("account/password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response password(
      @FormParam("present") @DefaultValue("") String present,
      @FormParam("next") @DefaultValue("") String next,
      @FormParam("again") @DefaultValue("") String again,
      @BeanParam Signed signed) {
    if (!next.equals(again)) {
      return page(422, "problem.password-twice", "", "", signed);
    }
    return switch (admission.changePassword(signed.viewer(), present, next)) {
      case DONE -> Pages.goTo("/account?done=password");
      case WRONG -> page(422, "problem.password-wrong", "", "", signed);
      case UNACCEPTABLE -> page(422, "problem.password-unfit", "", "", signed);
    };
  }

  /** Makes a token, which only this one answer shows. */
  @POST
  @Path("account/tokens")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response newToken(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("days") @DefaultValue("") String days,
      @BeanParam Signed signed) {
    String word = name.strip();
    if (word.isEmpty() || word.length() > LONGEST_NAME) {
      return page(422, "problem.token-name", "", "", signed);
    }
    Instant expires =
        switch (days) {
          case "30", "90", "365" -> clock.instant().plus(Duration.ofDays(Long.parseLong(days)));
          default -> null;
        };
    Admission.NewToken made = admission.newToken(signed.viewer(), word, expires);
    return page(200, "", "", made.value(), signed);
  }

  /** Withdraws a token. */
  @POST
  @Path("account/tokens/{id}/withdraw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdraw(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    if (!tokens.withdraw(viewer.id(), id)) {
      throw new NotFoundException();
    }
    access.note(viewer, Act.REMOVED, "token", id, "");
    return Pages.goTo("/account?done=withdrawn");
  }

  private Response page(int status, String problem, String done, String value, Signed signed) {
    Viewer viewer = signed.viewer();
    Instant now = clock.instant();
    Map<UUID, String> names = teams.all().stream().collect(Collectors.toMap(Team::id, Team::name));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("problem", problem);
    model.put("done", done);
    model.put("value", value);
    model.put(
        "teams",
        teams.of(viewer.id()).stream()
            .filter(each -> each.at(now))
            .map(each -> Map.of("name", names.get(each.team()), "leads", each.leads()))
            .toList());
    model.put("tokens", tokens.of(viewer.id()).stream().map(AccountPages::line).toList());
    model.put(
        "spoken",
        speakers.language(viewer.id()).map(SpokenIn::id).orElse(signed.language().code()));
    return signed.page(status, pages, "account", "/account", model);
  }

  private static Map<String, Object> line(ApiToken token) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", token.id().toString());
    line.put("name", token.name());
    line.put("created", token.created().toString());
    line.put("expires", text(token.expires()));
    line.put("lastUsed", text(token.lastUsed()));
    return line;
  }

  private static String text(@Nullable Instant instant) {
    return instant == null ? "" : instant.toString();
  }
}
