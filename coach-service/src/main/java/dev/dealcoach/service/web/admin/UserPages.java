package dev.dealcoach.service.web.admin;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Passwords;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.admin.Administration;
import dev.dealcoach.service.admin.Outcome;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Secret;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.retention.Erasure;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Accounts: all of them, and one with its teams over time. */
@Path("/manage/users")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed(Role.ADMIN)
public final class UserPages {
  private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

  private final AccountStore accounts;
  private final TeamStore teams;
  private final Administration administration;
  private final Erasure erasure;
  private final Pages pages;
  private final InstantSource clock;

  public UserPages(
      AccountStore accounts,
      TeamStore teams,
      Administration administration,
      Erasure erasure,
      Pages pages,
      InstantSource clock) {
    this.erasure = erasure;
    this.accounts = accounts;
    this.teams = teams;
    this.administration = administration;
    this.pages = pages;
    this.clock = clock;
  }

  /** The accounts, those that a word or a role leaves. */
  @GET
  public Response users(
      @QueryParam("word") @DefaultValue("") String word,
      @QueryParam("only") @DefaultValue("") String role,
      @QueryParam("done") @DefaultValue("") String done,
      @BeanParam Signed signed) {
    return list(200, word, role, done, "", Map.of(), signed);
  }

  private Response list(
      int status,
      String word,
      String role,
      String done,
      String problem,
      Map<String, String> typed,
      Signed signed) {
    String sought = word.strip().toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    Map<UUID, String> names = names();
    Map<UUID, List<Membership>> memberships =
        teams.all().stream()
            .flatMap(team -> teams.in(team.id()).stream())
            .filter(each -> each.at(now))
            .collect(Collectors.groupingBy(Membership::account));
    List<Map<String, Object>> users =
        accounts.all().stream()
            .filter(
                each ->
                    each.signIn().contains(sought)
                        || each.name().toLowerCase(Locale.ROOT).contains(sought))
            .filter(each -> role.isEmpty() || each.role().id().equals(role))
            .map(
                each -> {
                  Map<String, Object> line = line(each);
                  line.put(
                      "teams",
                      memberships.getOrDefault(each.id(), List.of()).stream()
                          .map(membership -> names.get(membership.team()))
                          .toList());
                  return line;
                })
            .toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("users", users);
    model.put("word", word);
    model.put("only", role);
    model.put("roles", roles());
    model.put("done", done);
    model.put("problem", problem);
    model.put("typed", typed);
    model.put("shortest", Integer.toString(Passwords.SHORTEST));
    return signed.page(status, pages, "users", "/manage/users", model);
  }

  /** Makes an account. */
  @POST
  @Consumes(FORM)
  public Response newUser(
      @FormParam("signIn") @DefaultValue("") String signIn,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("password") @DefaultValue("") String password,
      @BeanParam Signed signed) {
    Outcome outcome =
        Role.ofId(role)
            .map(known -> administration.newAccount(signed.viewer(), signIn, name, known, password))
            .orElseGet(() -> new Outcome.Refused(Outcome.Reason.INVALID));
    return Shown.answer(
        outcome,
        "/manage/users/{id}?done=created",
        problem ->
            list(
                422,
                "",
                "",
                "",
                problem,
                Map.of("signIn", signIn, "name", name, "role", role),
                signed));
  }

  /** An account. */
  @GET
  @Path("{id}")
  public Response user(
      @PathParam("id") UUID id,
      @QueryParam("done") @DefaultValue("") String done,
      @BeanParam Signed signed) {
    return page(200, id, done, "", signed);
  }

  private Response page(int status, UUID id, String done, String problem, Signed signed) {
    Account account = accounts.find(id).orElseThrow(NotFoundException::new);
    Instant now = clock.instant();
    Map<UUID, String> names = names();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("user", line(account));
    model.put("own", id.equals(signed.viewer().id()));
    model.put(
        "locked",
        accounts
            .secret(id)
            .map(Secret::lockedUntil)
            .filter(until -> now.isBefore(until))
            .map(Instant::toString)
            .orElse(""));
    model.put(
        "memberships",
        teams.of(id).reversed().stream().map(each -> line(each, names, now)).toList());
    model.put("teams", TeamTreePages.choices(teams.all()));
    model.put("roles", roles());
    model.put("done", done);
    model.put("problem", problem);
    model.put("shortest", Integer.toString(Passwords.SHORTEST));
    return signed.page(status, pages, "user", "/manage/users/" + id, model);
  }

  /** Gives an account another name or role. */
  @POST
  @Path("{id}")
  @Consumes(FORM)
  public Response describe(
      @PathParam("id") UUID id,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("role") @DefaultValue("") String role,
      @BeanParam Signed signed) {
    Outcome outcome =
        Role.ofId(role)
            .map(known -> administration.describe(signed.viewer(), id, name, known))
            .orElseGet(() -> new Outcome.Refused(Outcome.Reason.INVALID));
    return answer(outcome, id, "described", signed);
  }

  /** Opens or closes an account. */
  @POST
  @Path("{id}/active")
  @Consumes(FORM)
  public Response active(
      @PathParam("id") UUID id,
      @FormParam("active") @DefaultValue("false") boolean active,
      @BeanParam Signed signed) {
    return answer(
        administration.setActive(signed.viewer(), id, active),
        id,
        active ? "opened" : "closed",
        signed);
  }

  /** Sets an account's password. */
  @POST
  @Path("{id}/password")
  @Consumes(FORM)
  public Response password(
      @PathParam("id") UUID id,
      @FormParam("password") @DefaultValue("") String password,
      @BeanParam Signed signed) {
    return answer(
        administration.setPassword(signed.viewer(), id, password), id, "password", signed);
  }

  /** Puts somebody into a team: instead of those so far, or beside them. */
  @POST
  @Path("{id}/team")
  @Consumes(FORM)
  public Response team(
      @PathParam("id") UUID id,
      @FormParam("team") @DefaultValue("") String team,
      @FormParam("leads") @DefaultValue("false") boolean leads,
      @FormParam("beside") @DefaultValue("false") boolean beside,
      @FormParam("since") @DefaultValue("") String since,
      @BeanParam Signed signed) {
    UUID chosen = Shown.id(team);
    Outcome outcome =
        chosen == null
            ? new Outcome.Refused(Outcome.Reason.INVALID)
            : Shown.dated(
                () -> {
                  Instant from = Shown.day(since).orElse(null);
                  return beside
                      ? administration.join(signed.viewer(), id, chosen, leads, from)
                      : administration.move(signed.viewer(), id, chosen, leads, from);
                });
    return answer(outcome, id, "moved", signed);
  }

  /** Lets somebody leave a team now. */
  @POST
  @Path("{id}/memberships/{membership}/end")
  @Consumes(FORM)
  public Response leave(
      @PathParam("id") UUID id,
      @PathParam("membership") UUID membership,
      @BeanParam Signed signed) {
    return answer(administration.leave(signed.viewer(), membership), id, "left", signed);
  }

  /** Deletes a person with all that he or she kept here; the sign-in name is typed to be sure. */
  @POST
  @Path("{id}/erase")
  @Consumes(FORM)
  public Response erase(
      @PathParam("id") UUID id,
      @FormParam("signIn") @DefaultValue("") String signIn,
      @BeanParam Signed signed) {
    Account account = accounts.find(id).orElseThrow(NotFoundException::new);
    Viewer viewer = signed.viewer();
    if (id.equals(viewer.id())) {
      return page(422, id, "", "manage.refused.own-account", signed);
    }
    if (!Account.normalised(signIn).equals(account.signIn())) {
      return page(422, id, "", "manage.refused.unsure", signed);
    }
    administration.erased(viewer, id, erasure.account(id));
    return Pages.goTo("/manage/users?done=erased");
  }

  private Response answer(Outcome outcome, UUID id, String done, Signed signed) {
    return Shown.answer(
        outcome,
        "/manage/users/" + id + "?done=" + done,
        problem -> page(422, id, "", problem, signed));
  }

  private Map<UUID, String> names() {
    return teams.all().stream().collect(Collectors.toMap(Team::id, Team::name));
  }

  private static List<String> roles() {
    return Arrays.stream(Role.values()).map(Role::id).toList();
  }

  private static Map<String, Object> line(Account account) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", account.id().toString());
    line.put("signIn", account.signIn());
    line.put("name", account.name());
    line.put("role", account.role().id());
    line.put("active", account.active());
    line.put("created", account.created().toString());
    return line;
  }

  private static Map<String, Object> line(
      Membership membership, Map<UUID, String> names, Instant now) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", membership.id().toString());
    line.put("team", names.getOrDefault(membership.team(), ""));
    line.put("leads", membership.leads());
    line.put("since", membership.since().toString());
    line.put("until", membership.until() == null ? "" : membership.until().toString());
    line.put("lasts", membership.at(now));
    return line;
  }
}
