package dev.dealcoach.service.cli;

import dev.dealcoach.nlp.text.Language;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The terminal a command talks to; what is written is UTF-8 whatever the system's encoding.
 *
 * @param out takes the result
 * @param err takes errors
 * @param environment variables, for the reader's language
 */
public record Console(PrintStream out, PrintStream err, Map<String, String> environment) {
  /** This process's own. */
  public static Console system() {
    return new Console(
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            false,
            StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        System.getenv());
  }

  /**
   * The reader's language: Chinese if the locale says so, else English. {@code COACH_LANG} goes
   * before the locale's own variables.
   */
  public Language language() {
    for (String name : new String[] {"COACH_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value.startsWith("zh") ? Language.ZH : Language.EN;
      }
    }
    return Language.EN;
  }
}
