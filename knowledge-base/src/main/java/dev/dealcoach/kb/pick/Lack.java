package dev.dealcoach.kb.pick;

import dev.dealcoach.kb.text.Labels;
import dev.dealcoach.nlp.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that a review or a summary lacks. Immutable.
 *
 * @param finding the permanent id of the rule that says so
 * @param shows what an example has to show to answer it, the closest first
 */
public record Lack(String finding, List<String> shows) {
  private static final Pattern SECTION = Pattern.compile("section\\.(?:missing|empty)-([a-z-]+)");
  private static final Pattern CLAUSE = Pattern.compile("clause\\.missing-([a-z-]+)");
  private static final Pattern QUESTION =
      Pattern.compile("ask\\.(pain|budget|decision-maker|competitor|next-step)\\b.*");

  public Lack {
    shows = List.copyOf(shows);
  }

  /** What a finding lacks; empty if it is praise or nothing that an example could teach. */
  public static Optional<Lack> of(String finding) {
    Matcher section = SECTION.matcher(finding);
    if (section.matches()) {
      return some(finding, section.group(1).replace('-', '_'));
    }
    Matcher clause = CLAUSE.matcher(finding);
    if (clause.matches()) {
      return some(finding, clause.group(1).replace('-', '_'));
    }
    Matcher question = QUESTION.matcher(finding);
    if (question.matches()) {
      return some(finding, question.group(1).replace('-', '_'));
    }
    return switch (finding) {
      case "pain-quote.missing",
          "pain-quote.paraphrase",
          "pain-quote.slogan",
          "pain-quote.other-customer",
          "pain-quote.no-statements" ->
          some(finding, "pain_quote");
      case "evidence.too-few", "evidence.pending", "evidence.target", "evidence.bare-claim" ->
          some(finding, "evidence", "evidence_cases");
      case "objection.too-few", "objection.unanswered" ->
          some(finding, "objections", "objections_qa");
      case "competitor.unanswered", "competitor.parameters-only" ->
          some(finding, "competitor_response");
      case "customer-language.unaddressed", "customer-language.missing-terms" ->
          some(finding, "pain_points", "customer_situation");
      default -> Optional.empty();
    };
  }

  private static Optional<Lack> some(String finding, String... shows) {
    return Optional.of(new Lack(finding, Arrays.asList(shows)));
  }

  /** What findings lack, in their order, each thing once. */
  public static List<Lack> of(List<String> findings) {
    TreeSet<String> seen = new TreeSet<>();
    return findings.stream()
        .flatMap(finding -> of(finding).stream())
        .filter(lack -> seen.add(String.join(" ", lack.shows())))
        .toList();
  }

  /** What is looked for, in words. */
  public String words(Language language) {
    return shows.stream().map(show -> Labels.show(show, language)).collect(Collectors.joining(" "));
  }
}
