package dev.dealcoach.service.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.discovery.Discovery;
import dev.dealcoach.service.json.DiscoveryJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Scores a typed summary: {@code POST /api/discovery} takes {@code {"text","industry"?,"lang"?}}
 * and answers as {@code coach discovery} does. Sentences follow the summary's language unless
 * {@code lang} (in the request or the address) says otherwise. Nothing is kept. Thread-safe.
 */
@Path("/api/discovery")
@Produces(MediaType.APPLICATION_JSON)
public final class DiscoveryResource {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** JSON may spend six bytes on a character; the rest of the request is small. */
  private static final int BYTES_A_CHARACTER = 6;

  private static final int ENVELOPE = 4096;

  private final Supplier<Discovery> discovery;
  private final WebLimits limits;
  private final Messages messages;

  /**
   * @param discovery asked for each summary: another rule pack may be in force
   */
  DiscoveryResource(Supplier<Discovery> discovery, WebLimits limits, Messages messages) {
    this.discovery = discovery;
    this.limits = limits;
    this.messages = messages;
  }

  /** The report on a summary. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response score(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers)
      throws IOException {
    Language reader = ReaderLanguage.of(uri, headers);
    int most = BYTES_A_CHARACTER * limits.summaryCharacters() + ENVELOPE;
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      return problem("summary-too-long", 413, reader);
    }
    JsonNode request = parse(bytes);
    if (request == null || !request.path("text").isTextual()) {
      return problem("summary-not-text", 400, reader);
    }
    Optional<Language> asked = ReaderLanguage.coded(request.path("lang").textValue());
    reader = asked.orElse(reader);
    String text = request.get("text").textValue();
    Optional<TypedSummary.Refusal> refusal = TypedSummary.refusal(text, limits);
    if (refusal.isPresent()) {
      return problem(refusal.get().name(), refusal.get().status(), reader);
    }
    Language wording = asked.or(() -> ReaderLanguage.asked(uri)).orElse(null);
    String industry = request.path("industry").textValue();
    return Response.ok(DiscoveryJson.of(discovery.get().report(text, industry, wording))).build();
  }

  private static @Nullable JsonNode parse(byte[] bytes) {
    try {
      return JSON.readTree(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException | JsonProcessingException e) {
      return null;
    }
  }

  private Response problem(String name, int status, Language language) {
    return Problem.of(name, status, messages, language).response();
  }
}
