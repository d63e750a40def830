package dev.dealcoach.service.web.compare;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.compare.Comparison;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page on which two versions of a proposal are compared. */
@Path("/deals")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.REP, Role.MANAGER})
public final class ComparePages {
  private final Versions versions;
  private final Pages pages;

  public ComparePages(Versions versions, Pages pages) {
    this.versions = versions;
    this.pages = pages;
  }

  /** A version beside another one, else beside the one before it. */
  @GET
  @Path("{deal}/reviews/{id}/compare")
  public Response compare(
      @PathParam("deal") UUID deal,
      @PathParam("id") UUID id,
      @QueryParam("with") @Nullable UUID with,
      @BeanParam Signed signed) {
    Versions.Pair pair =
        versions
            .pair(signed.viewer(), id, with, signed.language())
            .filter(found -> found.after().deal().equals(deal))
            .orElseThrow(NotFoundException::new);
    Comparison comparison = pair.comparison();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("deal", deal.toString());
    model.put("title", pair.after().title());
    model.put("before", version(pair.before()));
    model.put("after", version(pair.after()));
    model.put("goldBefore", comparison.goldBefore());
    model.put("goldAfter", comparison.goldAfter());
    model.put("points", comparison.points().stream().map(ComparePages::line).toList());
    model.put("scores", comparison.scores().stream().map(ComparePages::line).toList());
    model.put("mended", findings(comparison.mended()));
    model.put("appeared", findings(comparison.appeared()));
    model.put("left", comparison.left());
    model.put("gained", passages(comparison.gained()));
    model.put("lost", passages(comparison.lost()));
    return signed.page(pages, "compare", "/deals/" + deal + "/reviews/" + id + "/compare", model);
  }

  private static Map<String, Object> version(StoredReview review) {
    return Map.of(
        "id", review.id().toString(),
        "number", review.version(),
        "fileName", review.fileName(),
        "handedIn", review.handedIn().toString());
  }

  private static Map<String, Object> line(Comparison.Point point) {
    return Map.of("id", point.id(), "before", point.before(), "after", point.after());
  }

  private static Map<String, Object> line(Comparison.Score score) {
    return Map.of(
        "id",
        score.id(),
        "before",
        score.before() == null ? "" : score.before().toString(),
        "after",
        score.after() == null ? "" : score.after().toString(),
        "change",
        score.change());
  }

  private static List<Map<String, Object>> findings(List<Comparison.Finding> findings) {
    return findings.stream()
        .<Map<String, Object>>map(
            finding ->
                Map.of(
                    "message", finding.message(),
                    "quote", Objects.requireNonNullElse(finding.quote(), "")))
        .toList();
  }

  private static List<Map<String, Object>> passages(List<Comparison.Passage> passages) {
    return passages.stream()
        .<Map<String, Object>>map(
            passage -> Map.of("point", passage.point(), "text", passage.text()))
        .toList();
  }
}
