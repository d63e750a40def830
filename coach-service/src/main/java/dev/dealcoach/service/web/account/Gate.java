package dev.dealcoach.service.web.account;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Admission;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.ReaderLanguage;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks and whether the route may be used. A program shows its token in the header
 * {@code Authorization: Bearer …}; a browser has a cookie, and then every change must carry the
 * session's token in the header {@value #CSRF_HEADER} or the form field {@value #CSRF_FIELD}.
 * Thread-safe.
 */
@Priority(Priorities.AUTHENTICATION)
public final class Gate implements ContainerRequestFilter {
  /** The browser's cookie. */
  public static final String COOKIE = "coach_session";

  /** Where scripts put the session's token. */
  public static final String CSRF_HEADER = "X-CSRF-Token";

  /** Where forms put it. */
  public static final String CSRF_FIELD = "csrf";

  private static final String VIEWER = Viewer.class.getName();
  private static final String BEARER = "bearer ";
  private static final int LONGEST_FORM = 256 * 1024;
  private static final Set<String> HARMLESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Admission admission;
  private final Access access;
  private final Messages messages;

  @Context private ResourceInfo route;

  public Gate(Admission admission, Access access, Messages messages) {
    this.admission = admission;
    this.access = access;
    this.messages = messages;
  }

  /** Who asks; a route that is not open always has one. */
  public static Viewer viewer(ContainerRequestContext request) {
    return known(request).orElseThrow(() -> new IllegalStateException("this route is open to all"));
  }

  /** Who asks, if that is known. */
  public static Optional<Viewer> known(ContainerRequestContext request) {
    return Optional.ofNullable((Viewer) request.getProperty(VIEWER));
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    Viewer viewer = who(request).orElse(null);
    Access.Verdict verdict =
        Access.route(route.getResourceClass(), route.getResourceMethod(), viewer);
    if (verdict == Access.Verdict.ALLOWED && viewer != null && forged(request, viewer)) {
      request.abortWith(problem("forged", 403, request));
      return;
    }
    switch (verdict) {
      case ALLOWED -> {
        if (viewer != null) {
          request.setProperty(VIEWER, viewer);
        }
      }
      case SIGN_IN -> request.abortWith(signIn(request));
      case REFUSED -> {
        if (viewer != null) {
          access.refusedRoute(viewer, request.getMethod() + " " + request.getUriInfo().getPath());
        }
        request.abortWith(problem("not-allowed", 403, request));
      }
    }
  }

  private Optional<Viewer> who(ContainerRequestContext request) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
          ? admission.byToken(authorization.substring(BEARER.length()).strip())
          : Optional.empty();
    }
    Cookie cookie = request.getCookies().get(COOKIE);
    return cookie == null ? Optional.empty() : admission.bySession(cookie.getValue());
  }

  private static boolean forged(ContainerRequestContext request, Viewer viewer) throws IOException {
    if (viewer.session() == null || HARMLESS.contains(request.getMethod())) {
      return false;
    }
    String shown = request.getHeaderString(CSRF_HEADER);
    if (shown == null) {
      shown = field(request);
    }
    return shown == null
        || !MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8),
            viewer.session().csrf().getBytes(StandardCharsets.UTF_8));
  }

  /** The token in a form's body, which is put back for the resource. */
  private static @Nullable String field(ContainerRequestContext request) throws IOException {
    MediaType type = request.getMediaType();
    if (type == null || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
      return null;
    }
    byte[] body = request.getEntityStream().readNBytes(LONGEST_FORM + 1);
    if (body.length > LONGEST_FORM) {
      return null;
    }
    request.setEntityStream(new ByteArrayInputStream(body));
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      if (pair.startsWith(CSRF_FIELD + "=")) {
        try {
          return URLDecoder.decode(pair.substring(CSRF_FIELD.length() + 1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
          return null;
        }
      }
    }
    return null;
  }

  private Response signIn(ContainerRequestContext request) {
    if (isApi(request) || !HttpMethod.GET.equals(request.getMethod())) {
      return Response.fromResponse(problem("sign-in", 401, request))
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
          .build();
    }
    URI here = request.getUriInfo().getRequestUri();
    String next =
        here.getRawQuery() == null
            ? here.getRawPath()
            : here.getRawPath() + "?" + here.getRawQuery();
    UriBuilder signIn = UriBuilder.fromPath("/sign-in").queryParam("next", "{next}");
    ReaderLanguage.asked(request.getUriInfo())
        .ifPresent(asked -> signIn.queryParam(ReaderLanguage.NAME, asked.code()));
    return Response.seeOther(signIn.build(next)).build();
  }

  private static boolean isApi(ContainerRequestContext request) {
    return request.getUriInfo().getPath().startsWith("api/");
  }

  private Response problem(String name, int status, ContainerRequestContext request) {
    Language language = language(request);
    return Problem.of(name, status, messages, language).response();
  }

  private static Language language(ContainerRequestContext request) {
    return ReaderLanguage.asked(request.getUriInfo())
        .or(
            () ->
                ReaderLanguage.coded(
                    Optional.ofNullable(request.getCookies().get(ReaderLanguage.NAME))
                        .map(Cookie::getValue)
                        .orElse(null)))
        .or(
            () ->
                request.getAcceptableLanguages().stream()
                    .flatMap(locale -> ReaderLanguage.coded(locale.getLanguage()).stream())
                    .findFirst())
        .orElse(Language.ZH);
  }
}
