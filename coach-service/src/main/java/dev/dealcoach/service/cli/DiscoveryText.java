package dev.dealcoach.service.cli;

import dev.dealcoach.service.json.DiscoveryReport;
import dev.dealcoach.service.wording.Messages;

/** A discovery report for reading in a terminal. Immutable. */
final class DiscoveryText {
  private final Messages messages;

  /** Reports with these labels. */
  DiscoveryText(Messages messages) {
    this.messages = messages;
  }

  /** The report as lines of text, each ended by a line feed. */
  String of(DiscoveryReport report) {
    StringBuilder out = new StringBuilder();
    String colon = messages.text("text.colon");
    out.append(messages.text("discovery.score")).append(colon).append(report.score());
    out.append("/100\n");
    if (report.filler()) {
      out.append(messages.text("discovery.filler")).append('\n');
    }
    report
        .items()
        .forEach(
            (id, item) -> {
              out.append('\n').append(messages.text("discovery.item." + id)).append(colon);
              out.append(messages.text("discovery.status." + item.status())).append('\n');
              out.append("  ").append(item.reason()).append('\n');
              for (DiscoveryReport.Place place : item.evidence()) {
                out.append("  + ").append(messages.text("text.quoted", place.text())).append('\n');
              }
              for (DiscoveryReport.Place place : item.against()) {
                out.append("  - ").append(messages.text("text.quoted", place.text())).append('\n');
              }
              if (item.ask() != null) {
                out.append("  ? ").append(item.ask()).append('\n');
              }
            });
    if (!report.vague().isEmpty()) {
      out.append('\n').append(messages.text("discovery.vague")).append('\n');
      for (DiscoveryReport.Place place : report.vague()) {
        out.append("  ").append(messages.text("text.quoted", place.text())).append('\n');
      }
    }
    return out.toString();
  }
}
