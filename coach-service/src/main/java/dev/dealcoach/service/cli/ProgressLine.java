package dev.dealcoach.service.cli;

import dev.dealcoach.service.wording.Messages;
import dev.dealcoach.speech.model.InstallProgress;
import java.util.Locale;
import java.util.Optional;

/**
 * How far an installation is, on one line of the terminal that is written over. Where standard
 * error is no terminal, nothing is written.
 */
final class ProgressLine implements InstallProgress {
  private final Console console;
  private final Messages messages;
  private String last = "";

  private ProgressLine(Console console, Messages messages) {
    this.console = console;
    this.messages = messages;
  }

  static InstallProgress on(Console console, Messages messages) {
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent()
        ? new ProgressLine(console, messages)
        : InstallProgress.NONE;
  }

  @Override
  public void at(Stage stage, long done, long total) {
    String line =
        messages.text("models.stage." + stage.name().toLowerCase(Locale.ROOT))
            + (total > 0
                ? " " + 100 * done / total + "%"
                : done > 0 ? " " + (done >> 20) + " MB" : "");
    if (!line.equals(last)) {
      console.err().print("\r" + line + "\u001b[K" + (stage == Stage.TRYING ? "\r\u001b[K" : ""));
      last = line;
    }
  }
}
