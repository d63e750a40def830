package dev.dealcoach.service.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.DocumentType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;

/**
 * Takes proposals and gives their reviews. {@code POST /api/reviews} takes one file ({@code file}),
 * the customer's statements ({@code notes}, one a line) and the language of the wording ({@code
 * lang}), and answers 201 with the review. With {@code Prefer: respond-async} it answers 202 as
 * soon as the file is taken in; {@code GET} of the review then answers 202 with the stage until it
 * is done.
 */
@Path("/api/reviews")
@Produces(MediaType.APPLICATION_JSON)
public final class ReviewResource {
  private static final Map<DocumentType, String> ANNOTATED_TYPES =
      Map.of(
          DocumentType.PDF,
          "application/pdf",
          DocumentType.DOCX,
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final RecentReviews reviews;
  private final WebLimits limits;
  private final Messages messages;

  ReviewResource(RecentReviews reviews, WebLimits limits, Messages messages) {
    this.reviews = reviews;
    this.limits = limits;
    this.messages = messages;
  }

  /**
   * A review as the page reads it.
   *
   * @param id unguessable; the address is {@code /reviews/ID}
   * @param state stage, see {@link ReviewStage}
   * @param name the file's name
   * @param expires when it will be deleted, ISO 8601 in UTC
   * @param statements the customer's statements as they were taken
   * @param document path of the original for the viewer; null unless it is a PDF
   * @param annotated path of the copy with the findings; null where the format has none
   * @param report SPEC §8; null until done
   * @param blocks the document's text, see {@link TextBlock}; null until done
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReviewBody(
      String id,
      String state,
      String name,
      String expires,
      List<String> statements,
      @Nullable String document,
      @Nullable String annotated,
      @JsonRawValue @Nullable String report,
      @JsonRawValue @Nullable String blocks) {}

  /** Takes a proposal in. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @UploadLimit.Applies
  public Response handIn(
      FormDataMultiPart form,
      @HeaderParam("Prefer") @Nullable String prefer,
      @Context UriInfo uri,
      @Context HttpHeaders headers)
      throws IOException, InterruptedException {
    Language language =
        ReaderLanguage.coded(HandedIn.field(form, ReaderLanguage.NAME))
            .orElseGet(() -> ReaderLanguage.of(uri, headers));
    FormDataBodyPart file = HandedIn.file(form);
    if (file == null) {
      return problem("no-file", 400, language);
    }
    List<String> statements = HandedIn.statements(form, limits.statementCharacters());
    if (statements == null) {
      return problem("notes-too-long", 413, language);
    }
    Optional<KeptReview> taken;
    try (InputStream content = file.getValueAs(InputStream.class)) {
      taken = reviews.handIn(content, FileName.of(HandedIn.name(file)), statements);
    }
    if (taken.isEmpty()) {
      return problem("busy", 503, language);
    }
    KeptReview review = taken.get();
    boolean later = prefer != null && prefer.contains("respond-async");
    if (!later) {
      review.await();
    }
    return answer(review, language, 201);
  }

  /** The review, or how far it has come. */
  @GET
  @Path("{id}")
  public Response review(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers)
      throws IOException {
    Language language = ReaderLanguage.of(uri, headers);
    Optional<KeptReview> review = reviews.find(id);
    return review.isEmpty() ? gone(language) : answer(review.get(), language, 200);
  }

  /** The document as it was handed in. */
  @GET
  @Path("{id}/document")
  @Produces(MediaType.WILDCARD)
  public Response document(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Optional<KeptReview> review = reviews.find(id);
    if (review.isEmpty()) {
      return gone(ReaderLanguage.of(uri, headers));
    }
    boolean pdf = review.get().type() == DocumentType.PDF;
    return Response.ok(review.get().original().toFile())
        .type(pdf ? "application/pdf" : MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, review.get().name().attachment())
        .build();
  }

  /** A copy of the document with the findings noted in it. */
  @GET
  @Path("{id}/annotated")
  @Produces(MediaType.WILDCARD)
  public Response annotated(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers)
      throws IOException {
    Language language = ReaderLanguage.of(uri, headers);
    Optional<KeptReview> found = reviews.find(id);
    if (found.isEmpty() || !found.get().canBeAnnotated()) {
      return gone(language);
    }
    KeptReview review = found.get();
    FileName name = review.name();
    String ending = name.text().substring(name.stem().length());
    return Response.ok(review.annotated(language).toFile())
        .type(ANNOTATED_TYPES.getOrDefault(review.type(), MediaType.APPLICATION_OCTET_STREAM))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            new FileName(name.stem() + ".dealcoach" + ending).attachment())
        .build();
  }

  /** The report alone, as the command line gives it. */
  @GET
  @Path("{id}/report.json")
  public Response report(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers)
      throws IOException {
    Language language = ReaderLanguage.of(uri, headers);
    Optional<KeptReview> review = reviews.find(id);
    if (review.isEmpty() || review.get().stage() != ReviewStage.DONE) {
      return gone(language);
    }
    return Response.ok(review.get().report(language))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            new FileName(review.get().name().stem() + ".dealcoach.json").attachment())
        .build();
  }

  private Response answer(KeptReview review, Language language, int done) throws IOException {
    if (review.stage() == ReviewStage.REFUSED) {
      return Problem.of(review.refusal(), messages, language).response();
    }
    boolean ready = review.stage() == ReviewStage.DONE;
    String path = "/api/reviews/" + review.id();
    ReviewBody body =
        new ReviewBody(
            review.id(),
            review.stage().id(),
            review.name().text(),
            reviews.expiry(review).toString(),
            review.statements(),
            ready && review.type() == DocumentType.PDF ? path + "/document" : null,
            ready && review.canBeAnnotated() && Files.exists(review.original())
                ? path + "/annotated"
                : null,
            ready ? review.report(language) : null,
            ready ? review.blocks() : null);
    return Response.status(ready ? done : 202).location(URI.create(path)).entity(body).build();
  }

  private Response gone(Language language) {
    return problem("gone", 404, language);
  }

  private Response problem(String name, int status, Language language) {
    return Problem.of(name, status, messages, language).response();
  }
}
