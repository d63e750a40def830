package dev.dealcoach.service.web;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import dev.dealcoach.nlp.maxent.MissingModelException;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.account.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
  private final ErrorPages pages;

  @Context private UriInfo uri;
  @Context private HttpHeaders headers;
  @Context private HttpServletRequest request;

  ProblemMapper(Messages messages, ErrorPages pages) {
    this.messages = messages;
    this.pages = pages;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    Language language = ReaderLanguage.of(uri, headers);
    if (tooLarge(thrown)) {
      return answer(Problem.of("too-large", 413, messages, language), language);
    }
    if (thrown instanceof ConnectionException || Outage.is(thrown)) {
      LOG.error("the database cannot be used", thrown);
      return answer(Problem.of("database", 503, messages, language), language);
    }
    if (has(thrown, TimeoutException.class) || has(thrown, Paced.TooSlow.class)) {
      return answer(Problem.of("too-slow", 408, messages, language), language);
    }
    if (unreadable(thrown)) {
      return answer(Problem.of("bad-request", 400, messages, language), language);
    }
    if (thrown instanceof MissingModelException missing) {
      LOG.error("{}", missing.getMessage());
      return answer(Problem.of(missing, messages, language), language);
    }
    int status =
        thrown instanceof WebApplicationException web ? web.getResponse().getStatus() : 500;
    if (status >= 500) {
      LOG.error(
          "request failed [{}]", Long.toHexString(ThreadLocalRandom.current().nextLong()), thrown);
    }
    String name = status == 404 ? "gone" : status < 500 ? "bad-request" : "our-fault";
    if (wantsPage() && status < 500) {
      name = status == 404 ? "not-here" : "not-understood";
    }
    return answer(Problem.of(name, status, messages, language), language);
  }

  private Response answer(Problem problem, Language language) {
    return wantsPage()
        ? pages.page(problem, language, (Viewer) request.getAttribute(Viewer.class.getName()))
        : problem.response();
  }

  private boolean wantsPage() {
    return ErrorPages.wanted(uri.getPath(), headers.getAcceptableMediaTypes());
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
