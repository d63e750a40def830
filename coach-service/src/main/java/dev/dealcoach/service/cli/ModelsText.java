package dev.dealcoach.service.cli;

import dev.dealcoach.service.json.ModelsReport;
import dev.dealcoach.service.json.ModelsReport.Model;
import dev.dealcoach.service.wording.Messages;
import java.util.Locale;
import java.util.stream.Collectors;

/** The list of speech models for reading in a terminal. Immutable. */
final class ModelsText {
  private final Messages messages;

  /** Lists with these labels. */
  ModelsText(Messages messages) {
    this.messages = messages;
  }

  /** The models as lines of text, each ended by a line feed. */
  String of(ModelsReport report) {
    StringBuilder out = new StringBuilder();
    for (Model model : report.models()) {
      out.append(model.installed() == null ? "  " : "* ").append(model.id());
      out.append("  ").append(messages.text("text.language." + model.language()));
      if (model.published() != null) {
        out.append("  ").append(messages.text("models.scale." + model.published().scale()));
        out.append("  ").append(model.published().size());
        out.append("  ").append(model.published().licence());
        out.append("  ").append(messages.text("models.errors", errors(model.published())));
      }
      out.append('\n');
    }
    return out.append('\n').append(messages.text("models.legend")).append('\n').toString();
  }

  private String errors(ModelsReport.Published published) {
    return published.errors().entrySet().stream()
        .map(error -> String.format(Locale.ROOT, "%.2f%% %s", error.getValue(), error.getKey()))
        .collect(Collectors.joining(messages.text("text.separator")));
  }
}
