package dev.dealcoach.service.web.account;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.access.OpenToAll;
import dev.dealcoach.service.account.Admission;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.ReaderLanguage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages on which a person signs in and out. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public final class SignInResource {
  private final Admission admission;
  private final Pages pages;
  private final Supplier<List<SampleAccount>> samples;

  /**
   * An account of the sample company, whose password is no secret.
   *
   * @param role as in the sentences' keys
   */
  public record SampleAccount(String signIn, String name, String role, String password) {}

  /**
   * @param samples what the page offers to try; none in real use
   */
  public SignInResource(Admission admission, Pages pages, Supplier<List<SampleAccount>> samples) {
    this.admission = admission;
    this.pages = pages;
    this.samples = samples;
  }

  /** Where a person signs in. */
  @GET
  @Path("sign-in")
  @OpenToAll
  public Response page(
      @QueryParam("next") @DefaultValue("") String next,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Optional<Viewer> viewer = Gate.known(request);
    if (viewer.isPresent()) {
      return Response.seeOther(target(next, viewer.get())).build();
    }
    return answer(200, next, "", uri, headers);
  }

  /** Opens a session. */
  @POST
  @Path("sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @OpenToAll
  public Response signIn(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("next") @DefaultValue("") String next,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Optional<Admission.SignedIn> signedIn = admission.signIn(name, password);
    if (signedIn.isEmpty()) {
      return answer(401, next, name, uri, headers);
    }
    return Response.seeOther(target(next, signedIn.get().viewer()))
        .cookie(cookie(signedIn.get().value(), -1, uri))
        .build();
  }

  /** Ends the session. */
  @POST
  @Path("sign-out")
  @Allowed({Role.REP, Role.MANAGER, Role.TRAINER, Role.ADMIN})
  public Response signOut(@Context ContainerRequestContext request, @Context UriInfo uri) {
    admission.signOut(Gate.viewer(request));
    return Response.seeOther(URI.create("/sign-in")).cookie(cookie("", 0, uri)).build();
  }

  /** The own account. */
  @GET
  @Path("account")
  @Allowed({Role.REP, Role.MANAGER, Role.TRAINER, Role.ADMIN})
  public Response account(
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Language language = ReaderLanguage.of(uri, headers);
    return Signed.page(
        200, pages, "account", "/account", language, Gate.viewer(request), Map.of(), uri);
  }

  private Response answer(int status, String next, String name, UriInfo uri, HttpHeaders headers) {
    Language language = ReaderLanguage.of(uri, headers);
    Map<String, Object> model =
        Map.of("next", next, "name", name, "refused", status == 401, "samples", samples.get());
    Response.ResponseBuilder response =
        Response.status(status)
            .entity(pages.view("sign-in", "/sign-in", language, model))
            .header(HttpHeaders.CONTENT_LANGUAGE, language.code());
    ReaderLanguage.asked(uri).ifPresent(asked -> response.cookie(ReaderLanguage.remembered(asked)));
    return response.build();
  }

  /** Where to go on: only to a page of ours. */
  private static URI target(String next, Viewer viewer) {
    if (next.startsWith("/") && !next.startsWith("//") && !next.contains("\\")) {
      try {
        return URI.create(next);
      } catch (IllegalArgumentException e) {
        // not an address; the usual page follows
      }
    }
    boolean deals = viewer.role() == Role.REP || viewer.role() == Role.MANAGER;
    return URI.create(deals ? "/deals" : "/account");
  }

  private static NewCookie cookie(String value, int age, UriInfo uri) {
    return new NewCookie.Builder(Gate.COOKIE)
        .value(value)
        .path("/")
        .maxAge(age)
        .httpOnly(true)
        .secure("https".equals(uri.getRequestUri().getScheme()))
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
