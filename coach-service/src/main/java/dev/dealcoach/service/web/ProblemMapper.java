package dev.dealcoach.service.web;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import dev.dealcoach.nlp.maxent.MissingModelException;
import dev.dealcoach.nlp.text.Language;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.EOFException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
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
    if (thrown instanceof ConnectionException || Outage.is(thrown)) {
      LOG.error("the database cannot be used", thrown);
      return Problem.of("database", 503, messages, language).response();
    }
    if (has(thrown, TimeoutException.class) || has(thrown, Paced.TooSlow.class)) {
      return Problem.of("too-slow", 408, messages, language).response();
    }
    if (unreadable(thrown)) {
      return Problem.of("bad-request", 400, messages, language).response();
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
    return has(thrown, UploadLimit.Exceeded.class);
  }

  /** Whether the body is broken or ended too early; what we cannot write is our own fault. */
  private static boolean unreadable(Throwable thrown) {
    return has(thrown, EOFException.class)
        || (thrown instanceof JsonProcessingException
            && !(thrown instanceof JsonGenerationException)
            && !(thrown instanceof InvalidDefinitionException));
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return true;
      }
    }
    return false;
  }
}
