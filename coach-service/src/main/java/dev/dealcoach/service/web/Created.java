package dev.dealcoach.service.web;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.request.Creation;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;

/** Answers requests to create something; the same request under the same key is answered alike. */
public final class Created {
  private Created() {}

  /**
   * The answer.
   *
   * @param shown what is told of the new thing
   * @param path of it, without its id
   */
  public static Response answer(
      Creation creation,
      Function<UUID, Object> shown,
      String path,
      Messages messages,
      Language language) {
    return switch (creation) {
      case Creation.New(UUID id) ->
          Response.created(URI.create(path + id)).entity(shown.apply(id)).build();
      case Creation.Earlier(UUID id) ->
          Response.created(URI.create(path + id)).entity(shown.apply(id)).build();
      case Creation.KeyTaken() -> Problem.of("key-taken", 422, messages, language).response();
    };
  }
}
