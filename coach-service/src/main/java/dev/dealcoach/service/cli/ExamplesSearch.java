package dev.dealcoach.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.kb.ExampleFilter;
import dev.dealcoach.kb.ExampleFinder;
import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.SearchMode;
import dev.dealcoach.kb.lucene.IndexSettings;
import dev.dealcoach.service.examples.SearchReport;
import dev.dealcoach.service.json.ExamplesJson;
import dev.dealcoach.service.json.ScanJson;
import dev.dealcoach.service.wording.Messages;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds examples in a library: for one question, or for many in a JSONL file. */
final class ExamplesSearch {
  private static final int HITS = 3;
  private static final int BATCH_HITS = 10;
  private static final int LONGEST_LINE = 1 << 20;

  private final Path folder;
  private final IndexSettings settings;
  private final Messages messages;

  ExamplesSearch(Path folder, IndexSettings settings, Messages messages) {
    this.folder = folder;
    this.settings = settings;
    this.messages = messages;
  }

  int run(Arguments arguments, Console console) throws Exception {
    List<String> words = arguments.operands();
    boolean asText = arguments.option("--format").equals(Optional.of("text"));
    SearchMode mode = arguments.option("--mode").map(SearchMode::ofId).orElse(SearchMode.HYBRID);
    String industry = arguments.option("--industry").orElse(null);
    if (arguments.has("--batch")) {
      if (words.size() != 1) {
        throw new UnusableInput("usage.examples-search");
      }
      if (asText) {
        throw new UnusableInput("usage.batch-json");
      }
      Path input = ExamplesCommand.path(arguments.option("--batch").orElseThrow());
      int hits = hits(arguments, BATCH_HITS);
      try (ExampleFinder finder = LibraryAccess.toRead(folder, settings, messages, console)) {
        batch(input, mode, hits, industry, finder, console);
      }
      return 0;
    }
    if (words.size() != 2 || words.get(1).isBlank()) {
      throw new UnusableInput("usage.examples-search");
    }
    ExampleQuery query = query(words.get(1), mode, hits(arguments, HITS), industry);
    try (ExampleFinder finder = LibraryAccess.toRead(folder, settings, messages, console)) {
      List<ExampleHit> found = finder.search(query);
      console
          .out()
          .print(
              asText
                  ? new ExamplesText(messages).of(found)
                  : ExamplesJson.of(SearchReport.of(query, found, messages)) + "\n");
    }
    return 0;
  }

  private void batch(
      Path input,
      SearchMode mode,
      int hits,
      @Nullable String industry,
      ExampleFinder finder,
      Console console)
      throws Exception {
    JsonBatch.Answerer answerer =
        (id, request) -> {
          JsonNode text = request.path("query");
          if (!text.isTextual() || text.textValue().isBlank()) {
            return ScanJson.failure(id, "bad-line", messages.text("examples.no-query"));
          }
          JsonNode own = request.path("industry");
          List<ExampleHit> found =
              finder.search(
                  query(
                      text.textValue(), mode, hits, own.isTextual() ? own.textValue() : industry));
          return ExamplesJson.answer(id, SearchReport.brief(found, messages));
        };
    new JsonBatch(messages, "examples", LONGEST_LINE, Runtime.getRuntime().availableProcessors())
        .run(input, answerer, console.out());
  }

  private static ExampleQuery query(
      String text, SearchMode mode, int hits, @Nullable String industry) {
    return new ExampleQuery(
        text,
        mode,
        hits,
        ExampleFilter.APPROVED.ofIndustry(industry),
        LocalDate.now(ZoneId.systemDefault()));
  }

  private static int hits(Arguments arguments, int usual) throws UnusableInput {
    Optional<String> given = arguments.option("--k");
    if (given.isEmpty()) {
      return usual;
    }
    String number = given.get();
    int hits = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
    if (hits < 1 || hits > ExampleQuery.MOST_HITS) {
      throw new UnusableInput("usage.examples-k", number);
    }
    return hits;
  }
}
