package dev.dealcoach.service.cli;

import dev.dealcoach.kb.lucene.IndexSettings;
import dev.dealcoach.kb.vector.EmbeddedVectors;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.wording.Messages;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code coach examples}: takes examples into a library, and finds them. */
final class ExamplesCommand implements Command {
  /** Speaks of the JVM's flags, which is no business of the user's. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  @Override
  public String name() {
    return "examples";
  }

  @Override
  public Map<String, List<String>> valuedOptions() {
    return Map.of(
        "--index", List.of(),
        "--industry", List.of(),
        "--k", List.of(),
        "--mode", List.of("hybrid", "bm25", "vector"),
        "--batch", List.of(),
        "--format", List.of("json", "text"),
        "--lang", List.of("zh", "en"));
  }

  @Override
  public List<String> flags() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, Console console) throws Exception {
    LUCENE.setLevel(Level.SEVERE);
    List<String> words = arguments.operands();
    String what = words.isEmpty() ? "" : words.getFirst();
    if (!what.equals("import") && !what.equals("search")) {
      throw new UnusableInput("usage.examples");
    }
    Path folder =
        path(
            arguments
                .option("--index")
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> new UnusableInput("usage.examples-index")));
    Messages messages =
        Messages.of(arguments.option("--lang").map(Language::ofCode).orElseGet(console::language));
    IndexSettings settings = IndexSettings.standard(EmbeddedVectors.standard());
    if (what.equals("import")) {
      if (words.size() != 2 || arguments.has("--batch")) {
        throw new UnusableInput("usage.examples-import");
      }
      boolean asText = arguments.option("--format").equals(Optional.of("text"));
      return new ExamplesImport(folder, settings, messages)
          .run(path(words.get(1)), asText, console);
    }
    return new ExamplesSearch(folder, settings, messages).run(arguments, console);
  }

  /** A path as the user gave it. */
  static Path path(String name) throws UnusableInput {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UnusableInput("examples.not-readable", name);
    }
  }
}
