package dev.dealcoach.service.web;

import dev.dealcoach.nlp.maxent.MissingModelException;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.ParseFailure;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Why a request was not answered, as RFC 9457 has it. Immutable.
 *
 * @param type {@code urn:dealcoach:problem:} and a permanent name
 * @param title what happened, in the reader's language
 * @param status HTTP status
 * @param detail what was kept and what to do, in the reader's language
 */
public record Problem(String type, String title, int status, String detail) {
  static final String PREFIX = "urn:dealcoach:problem:";

  /** The media type of problems. */
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  /**
   * The problem with this name.
   *
   * @param name one that has {@code problem.NAME.title} and {@code .detail} among the sentences
   */
  public static Problem of(String name, int status, Messages messages, Language language) {
    return new Problem(
        PREFIX + name,
        messages.text(language, "problem." + name + ".title"),
        status,
        messages.text(language, "problem." + name + ".detail"));
  }

  /** Why this file has no review. */
  public static Problem of(ParseFailure.Code code, Messages messages, Language language) {
    int status =
        switch (code) {
          case TOO_LARGE -> 413;
          case UNSUPPORTED -> 415;
          case ENCRYPTED, DAMAGED, EMPTY, TOO_DEEP, TIMED_OUT, OUT_OF_MEMORY, CRASHED -> 422;
          case NOT_READABLE -> 500;
        };
    return of(code.id(), status, messages, language);
  }

  /** A model is missing; the detail says how it is made again. */
  static Problem of(MissingModelException missing, Messages messages, Language language) {
    Problem problem = of("missing-model", 503, messages, language);
    return new Problem(
        problem.type,
        problem.title,
        problem.status,
        problem.detail.replace("{model}", missing.model()).replace("{command}", missing.command()));
  }

  /** The answer that tells it. */
  public Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
