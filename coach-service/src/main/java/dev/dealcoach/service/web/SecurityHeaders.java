package dev.dealcoach.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells the browser what the pages may do: load from this service only, run no inline script, be
 * framed by nobody, and send no address anywhere. Refuses hand-ins that another site's page sends.
 * Thread-safe.
 */
final class SecurityHeaders extends HttpFilter {
  // wasm-unsafe-eval lets PDF.js decode JPEG 2000 pictures with its own WebAssembly; it allows no
  // script from text. Fonts and pictures inside a PDF reach the page as blobs and data addresses.
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self' 'wasm-unsafe-eval'",
          "worker-src 'self'",
          "connect-src 'self'",
          "style-src 'self'",
          "img-src 'self' blob: data:",
          "font-src 'self' blob: data:",
          "media-src 'self' blob:",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    String path = request.getRequestURI();
    if (!path.startsWith("/assets/")) {
      response.setHeader("Cache-Control", "no-store");
    }
    if ("POST".equals(request.getMethod())
        && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    chain.doFilter(request, response);
  }
}
