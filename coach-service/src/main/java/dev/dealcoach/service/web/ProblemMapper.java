package dev.dealcoach.service.web;

import dev.dealcoach.nlp.maxent.MissingModelException;
import dev.dealcoach.nlp.text.Language;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.ConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what went wrong in the reader's language: with a page to who opens an address in a
 * browser, with a {@link Problem} to programs. Never says what is inside.
 */
final class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  private final Messages messages;
  private final Pages pages;

  @Context private UriInfo uri;
  @Context private HttpHeaders headers;

  ProblemMapper(Messages messages, Pages pages) {
    this.messages = messages;
    this.pages = pages;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    Language language = ReaderLanguage.of(uri, headers);
    if (tooLarge(thrown)) {
      return Problem.of("too-large", 413, messages, language).response();
    }
    if (thrown instanceof ConnectionException) {
      LOG.error("the database cannot be reached", thrown);
      return Problem.of("database", 503, messages, language).response();
    }
    if (thrown instanceof MissingModelException missing) {
      LOG.error("{}", missing.getMessage());
      return Problem.of(missing, messages, language).response();
    }
    int status =
        thrown instanceof WebApplicationException web ? web.getResponse().getStatus() : 500;
    if (status >= 500) {
      LOG.error(
          "request failed [{}]", Long.toHexString(ThreadLocalRandom.current().nextLong()), thrown);
    }
    if (status == 404 && wantsPage()) {
      return Response.status(404)
          .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
          .entity(pages.view("gone", "/", language))
          .build();
    }
    String name = status == 404 ? "gone" : status < 500 ? "bad-request" : "our-fault";
    return Problem.of(name, status, messages, language).response();
  }

  private boolean wantsPage() {
    return !uri.getPath().startsWith("api/")
        && headers.getAcceptableMediaTypes().stream()
            .anyMatch(
                type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
  }

  private static boolean tooLarge(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof UploadLimit.Exceeded) {
        return true;
      }
    }
    return false;
  }
}
