package dev.dealcoach.service.cli;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.json.ScanJson;
import dev.dealcoach.service.wording.Messages;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code coach scan}: one document, or many named in a JSONL file. */
final class ScanCommand implements Command {
  /** More than the notes of any deal. */
  private static final int LONGEST_LINE = 16 << 20;

  /** More readers than this gain little and cost memory. */
  private static final int MOST_READERS = 4;

  private final ReviewSession.Source sessions;

  ScanCommand(ReviewSession.Source sessions) {
    this.sessions = sessions;
  }

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public Map<String, List<String>> valuedOptions() {
    return Map.of(
        "--notes", List.of(),
        "--batch", List.of(),
        "--format", List.of("json", "text"),
        "--lang", List.of("zh", "en"));
  }

  @Override
  public List<String> flags() {
    return List.of("--with-text");
  }

  @Override
  public int run(Arguments arguments, Console console) throws Exception {
    Optional<Language> lang = arguments.option("--lang").map(Language::ofCode);
    if (arguments.has("--batch")) {
      if (!arguments.operands().isEmpty() || arguments.has("--notes")) {
        throw new UnusableInput("usage.batch-alone");
      }
      if (arguments.option("--format").equals(Optional.of("text"))) {
        throw new UnusableInput("usage.batch-json");
      }
      Path input = path(arguments.option("--batch").orElseThrow());
      batch(input, arguments.has("--with-text"), lang, console);
      return 0;
    }
    if (arguments.operands().size() != 1) {
      throw new UnusableInput("usage.one-file", arguments.operands().size());
    }
    single(path(arguments.operands().getFirst()), arguments, lang, console);
    return 0;
  }

  private void single(Path file, Arguments arguments, Optional<Language> lang, Console console)
      throws UnusableInput {
    try (ReviewSession session = sessions.open(1)) {
      List<String> notes =
          arguments.has("--notes")
              ? Statements.read(path(arguments.option("--notes").orElseThrow()))
              : List.of();
      DocumentScan scan = new DocumentScan(session, lang, arguments.has("--with-text"));
      switch (scan.scan(file, notes)) {
        case DocumentScan.Outcome.Unreadable(var failure) ->
            throw new UnusableInput("parse." + failure.code().id(), file);
        case DocumentScan.Outcome.Reviewed(var report) -> {
          if (arguments.option("--format").equals(Optional.of("text"))) {
            Language wording = lang.orElse(Language.ofCode(report.document().language()));
            console.out().print(new TextReport(Messages.of(wording)).of(report));
          } else {
            console.out().println(ScanJson.of(report));
          }
        }
      }
    }
  }

  private void batch(Path input, boolean withText, Optional<Language> lang, Console console)
      throws Exception {
    int readers = readers();
    try (ReviewSession session = sessions.open(readers)) {
      Messages messages = Messages.of(lang.orElse(console.language()));
      DocumentScan scan = new DocumentScan(session, lang, withText);
      BatchScan lines = new BatchScan(scan, messages, input.toAbsolutePath().getParent());
      new JsonBatch(messages, "batch", LONGEST_LINE, readers).run(input, lines, console.out());
    }
  }

  /** One while packaging records which classes a reader loads, else as many as help. */
  private static int readers() {
    return System.getProperty("coach.record") != null
        ? 1
        : Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors());
  }

  private static Path path(String name) throws UnusableInput {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UnusableInput("parse.not-readable", name);
    }
  }
}
