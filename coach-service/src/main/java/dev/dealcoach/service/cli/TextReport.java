package dev.dealcoach.service.cli;

import dev.dealcoach.service.json.LocationPart;
import dev.dealcoach.service.json.ScanReport;
import dev.dealcoach.service.wording.Messages;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A scan's report for reading in a terminal. Immutable. */
final class TextReport {
  private final Messages messages;

  /** Reports with these labels. */
  TextReport(Messages messages) {
    this.messages = messages;
  }

  /** The report as lines of text, each ended by a line feed. */
  String of(ScanReport report) {
    StringBuilder out = new StringBuilder();
    document(report.document(), out);
    gold(report.gold(), out);
    diagnoses(report.diagnoses(), out);
    findings(report.findings(), out);
    return out.toString();
  }

  private void document(ScanReport.Document document, StringBuilder out) {
    out.append(document.name()).append("  ").append(document.type());
    out.append("  ").append(messages.text("text.language." + document.language()));
    if (document.pages() != null) {
      out.append("  ").append(messages.text("text.pages", document.pages()));
    }
    out.append('\n');
    for (ScanReport.UnreadPart part : document.unread()) {
      String where =
          part.page() == null
              ? messages.text("text.whole-document")
              : messages.text("text.page", part.page());
      out.append(messages.text("text.unread"))
          .append(messages.text("text.colon"))
          .append(where)
          .append(messages.text("text.separator"))
          .append(messages.text("unread." + part.reason()))
          .append('\n');
    }
  }

  private void gold(ScanReport.Gold gold, StringBuilder out) {
    out.append('\n').append(messages.text("text.gold")).append("  ").append(gold.score());
    out.append("/3\n");
    item("pain_quote", gold.painQuote().met(), gold.painQuote().quotes().size(), out);
    item("evidence", gold.evidence().met(), gold.evidence().items().size(), out);
    item("objections", gold.objections().met(), gold.objections().items().size(), out);
  }

  private void item(String name, boolean met, int count, StringBuilder out) {
    out.append(met ? "  + " : "  - ").append(messages.text("text." + name));
    out.append(messages.text("text.colon"))
        .append(messages.text(met ? "text.met" : "text.not-met"));
    out.append(" (").append(count).append(")\n");
  }

  private void diagnoses(ScanReport.Diagnoses diagnoses, StringBuilder out) {
    out.append('\n').append(messages.text("text.diagnoses")).append('\n');
    diagnosis(
        "structure",
        diagnoses.structure().score(),
        "text.missing",
        named("section.", diagnoses.structure().missing()),
        out);
    diagnosis(
        "customer_language",
        diagnoses.customerLanguage().score(),
        "text.missing",
        diagnoses.customerLanguage().missingTerms(),
        out);
    diagnosis(
        "risk_clauses",
        diagnoses.riskClauses().score(),
        "text.missing",
        named("clause.", diagnoses.riskClauses().missing()),
        out);
    diagnosis(
        "competitor_response",
        diagnoses.competitorResponse().score(),
        "text.unanswered",
        diagnoses.competitorResponse().unanswered(),
        out);
  }

  private List<String> named(String prefix, List<String> ids) {
    return ids.stream().map(id -> messages.text(prefix + id)).toList();
  }

  private void diagnosis(
      String name, @Nullable Integer score, String lack, List<String> missing, StringBuilder out) {
    out.append("  ").append(messages.text("text." + name)).append(messages.text("text.colon"));
    out.append(score == null ? messages.text("text.no-score") : score.toString());
    if (!missing.isEmpty()) {
      String list = String.join(messages.text("text.separator"), missing);
      out.append("  ").append(messages.text(lack, list));
    }
    out.append('\n');
  }

  private void findings(List<ScanReport.Finding> findings, StringBuilder out) {
    out.append('\n').append(messages.text("text.findings")).append('\n');
    if (findings.isEmpty()) {
      out.append("  ").append(messages.text("text.no-findings")).append('\n');
    }
    for (ScanReport.Finding finding : findings) {
      out.append("  [").append(messages.text("text.severity." + finding.severity())).append("] ");
      out.append(where(finding.location())).append(messages.text("text.colon"));
      out.append(finding.message()).append('\n');
      if (finding.quote() != null) {
        String quote = finding.quote().lines().collect(Collectors.joining(" "));
        out.append("      ").append(messages.text("text.quoted", quote)).append('\n');
      }
      out.append("      ").append(finding.advice()).append('\n');
    }
  }

  private String where(List<LocationPart> location) {
    if (location.isEmpty()) {
      return messages.text("text.whole-document");
    }
    return switch (location.getFirst().place()) {
      case LocationPart.OnPage at -> messages.text("text.page", at.page());
      case LocationPart.InParagraph at -> messages.text("text.paragraph", at.paragraph() + 1);
      case LocationPart.InCell at ->
          messages.text("text.cell", at.table() + 1, at.row() + 1, at.cell() + 1);
      case LocationPart.OnSlide at ->
          messages.text(at.notes() == null ? "text.slide" : "text.slide-notes", at.slide());
      case LocationPart.OnLine at -> messages.text("text.line", at.line());
    };
  }
}
