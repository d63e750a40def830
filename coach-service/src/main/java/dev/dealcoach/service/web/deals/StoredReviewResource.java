package dev.dealcoach.service.web.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.ReviewResult;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.web.FileName;
import dev.dealcoach.service.web.Listed;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.deals.Bodies.ReviewLine;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reviews that are kept: how far they have come, their reports and documents. */
@Path("/api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class StoredReviewResource {
  private static final String PDF = "pdf";

  private final ProposalStore proposals;
  private final Blobs blobs;
  private final AnnotatedCopy copies;
  private final Access access;
  private final Messages messages;

  /** Writes the copy of a document with the findings noted in it. Thread-safe. */
  @FunctionalInterface
  public interface AnnotatedCopy {
    /**
     * Writes the copy.
     *
     * @param original the document
     * @param type its format, as in the report
     * @param notes as they were kept with the review
     * @param target a new file
     * @throws IOException if there is no copy
     */
    void write(
        java.nio.file.Path original,
        String type,
        String notes,
        Language language,
        java.nio.file.Path target)
        throws IOException;
  }

  public StoredReviewResource(
      ProposalStore proposals,
      Blobs blobs,
      AnnotatedCopy copies,
      Access access,
      Messages messages) {
    this.proposals = proposals;
    this.blobs = blobs;
    this.copies = copies;
    this.access = access;
    this.messages = messages;
  }

  /**
   * A review as the page reads it; the same as for a review that is not kept, without an end.
   *
   * @param state see {@link ReviewState}
   * @param document path of the original for the viewer; null unless it is a PDF
   * @param annotated path of the copy with the findings; null where the format has none
   * @param report SPEC §8; null until done
   * @param blocks the document's text; null until done
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Body(
      UUID id,
      UUID deal,
      String state,
      String name,
      int version,
      List<String> statements,
      @Nullable String document,
      @Nullable String annotated,
      @JsonRawValue @Nullable String report,
      @JsonRawValue @Nullable String blocks) {}

  /** The reviews that the viewer sees, the newest first. */
  @GET
  public Page<ReviewLine> reviews(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after,
      @BeanParam Signed signed) {
    Sight sight = access.sight(signed.viewer());
    return Listed.part(limit, after, part -> proposals.reviews(sight, part)).map(ReviewLine::of);
  }

  /** The review, or how far it has come; a problem if the document cannot be reviewed. */
  @GET
  @Path("{id}")
  public Response review(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Language language = signed.language();
    StoredReview review = seen(signed, id, "report");
    if (review.state() == ReviewState.REFUSED) {
      String code = review.refusal() == null ? "crashed" : review.refusal();
      return Problem.of(code, 422, messages, language).response();
    }
    boolean done = review.state() == ReviewState.DONE;
    String path = "/api/v1/reviews/" + id;
    ReviewResult.Wording wording = done ? proposals.wording(id, language).orElse(null) : null;
    return Response.status(done ? 200 : 202)
        .entity(
            new Body(
                id,
                review.deal(),
                review.state().id(),
                review.fileName(),
                review.version(),
                proposals.statements(id),
                done && PDF.equals(review.type()) ? path + "/document" : null,
                wording != null && !wording.notes().isEmpty() ? path + "/annotated" : null,
                wording == null ? null : wording.report(),
                done ? proposals.blocks(id).orElse(null) : null))
        .build();
  }

  /** The document as it was handed in. */
  @GET
  @Path("{id}/document")
  @Produces(MediaType.WILDCARD)
  public Response document(@PathParam("id") UUID id, @BeanParam Signed signed) {
    StoredReview review = seen(signed, id, "document");
    return Response.ok(original(review).toFile())
        .type(PDF.equals(review.type()) ? "application/pdf" : MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, new FileName(review.fileName()).attachment())
        .build();
  }

  /** A copy of the document with the findings noted in it. */
  @GET
  @Path("{id}/annotated")
  @Produces(MediaType.WILDCARD)
  public Response annotated(@PathParam("id") UUID id, @BeanParam Signed signed) throws IOException {
    Language language = signed.language();
    StoredReview review = seen(signed, id, "annotated");
    ReviewResult.Wording wording =
        proposals.wording(id, language).orElseThrow(NotFoundException::new);
    if (wording.notes().isEmpty() || review.type() == null) {
      throw new NotFoundException();
    }
    java.nio.file.Path folder = Files.createTempDirectory("annotated");
    java.nio.file.Path copy = folder.resolve("copy");
    try {
      copies.write(original(review), review.type(), wording.notes(), language, copy);
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      Files.delete(folder);
      throw e;
    }
    FileName name = new FileName(review.fileName());
    String ending = name.text().substring(name.stem().length());
    return Response.ok(once(copy, folder))
        .type(
            PDF.equals(review.type())
                ? "application/pdf"
                : "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            new FileName(name.stem() + ".dealcoach" + ending).attachment())
        .build();
  }

  /** Sends a file and deletes it. */
  private static StreamingOutput once(java.nio.file.Path file, java.nio.file.Path folder) {
    return out -> {
      try {
        Files.copy(file, out);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    };
  }

  /** The report alone, as the command line gives it. */
  @GET
  @Path("{id}/report.json")
  public Response report(@PathParam("id") UUID id, @BeanParam Signed signed) {
    StoredReview review = seen(signed, id, "report");
    ReviewResult.Wording wording =
        proposals.wording(id, signed.language()).orElseThrow(NotFoundException::new);
    return Response.ok(wording.report())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            new FileName(new FileName(review.fileName()).stem() + ".dealcoach.json").attachment())
        .build();
  }

  private StoredReview seen(Signed signed, UUID id, String part) {
    return access.review(signed.viewer(), id, part).orElseThrow(NotFoundException::new);
  }

  private java.nio.file.Path original(StoredReview review) {
    return blobs
        .find(new Blob(review.sha256(), review.bytes()))
        .orElseThrow(() -> new IllegalStateException("a document is not in the store"));
  }
}
