package dev.dealcoach.service.web.operation;

import dev.dealcoach.service.account.Admission;
import dev.dealcoach.service.people.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * Shuts Dropwizard's own pages of administration, which know no accounts: health is open to all,
 * the rest to an administrator's token. Thread-safe.
 */
public final class AdminGate extends HttpFilter {
  private static final Set<String> OPEN = Set.of("/healthcheck", "/ping");
  private static final String BEARER = "bearer ";

  private final transient Admission admission;

  public AdminGate(Admission admission) {
    this.admission = admission;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path =
        request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    if (OPEN.contains(path) || administrator(request.getHeader("Authorization"))) {
      chain.doFilter(request, response);
    } else {
      response.setHeader("WWW-Authenticate", "Bearer");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  private boolean administrator(@org.jspecify.annotations.Nullable String authorization) {
    return authorization != null
        && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
        && admission
            .byToken(authorization.substring(BEARER.length()).strip())
            .filter(viewer -> viewer.role() == Role.ADMIN)
            .isPresent();
  }
}
