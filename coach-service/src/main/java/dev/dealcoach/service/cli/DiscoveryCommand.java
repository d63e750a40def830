package dev.dealcoach.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.discovery.Discovery;
import dev.dealcoach.service.json.DiscoveryJson;
import dev.dealcoach.service.json.DiscoveryReport;
import dev.dealcoach.service.json.ScanJson;
import dev.dealcoach.service.wording.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code coach discovery}: one summary, or many in a JSONL file. */
final class DiscoveryCommand implements Command {
  /** Far more than anybody says in one summary. */
  private static final int MOST_BYTES = 1 << 20;

  @Override
  public String name() {
    return "discovery";
  }

  @Override
  public Map<String, List<String>> valuedOptions() {
    return Map.of(
        "--batch", List.of(),
        "--industry", List.of(),
        "--format", List.of("json", "text"),
        "--lang", List.of("zh", "en"));
  }

  @Override
  public List<String> flags() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, Console console) throws Exception {
    Optional<Language> wording = arguments.option("--lang").map(Language::ofCode);
    String industry = arguments.option("--industry").orElse(null);
    boolean asText = arguments.option("--format").equals(Optional.of("text"));
    if (arguments.has("--batch")) {
      if (!arguments.operands().isEmpty()) {
        throw new UnusableInput("usage.discovery-batch-alone");
      }
      if (asText) {
        throw new UnusableInput("usage.batch-json");
      }
      batch(path(arguments.option("--batch").orElseThrow()), industry, wording, console);
      return 0;
    }
    if (arguments.operands().size() > 1) {
      throw new UnusableInput("usage.one-summary", arguments.operands().size());
    }
    String text = read(arguments.operands().isEmpty() ? "-" : arguments.operands().getFirst());
    if (text.isBlank()) {
      throw new UnusableInput("discovery.empty");
    }
    DiscoveryReport report =
        new Discovery(RulePack.standard()).report(text, industry, wording.orElse(null));
    if (asText) {
      Messages messages = Messages.of(wording.orElse(Language.of(text)));
      console.out().print(new DiscoveryText(messages).of(report));
    } else {
      console.out().println(DiscoveryJson.of(report));
    }
    return 0;
  }

  private static void batch(
      Path input, @Nullable String industry, Optional<Language> wording, Console console)
      throws Exception {
    Messages messages = Messages.of(wording.orElse(console.language()));
    Discovery discovery = new Discovery(RulePack.standard());
    JsonBatch.Answerer answerer =
        (id, request) -> {
          JsonNode text = request.path("text");
          if (!text.isTextual() || text.textValue().isBlank()) {
            return ScanJson.failure(id, "bad-line", messages.text("discovery.no-text"));
          }
          JsonNode own = request.path("industry");
          return DiscoveryJson.answer(
              id,
              discovery.report(
                  text.textValue(),
                  own.isTextual() ? own.textValue() : industry,
                  wording.orElse(null)));
        };
    new JsonBatch(messages, "discovery", MOST_BYTES, Runtime.getRuntime().availableProcessors())
        .run(input, answerer, console.out());
  }

  /**
   * The text of a file or of standard input; a byte-order mark and the final line break are none.
   */
  private static String read(String name) throws UnusableInput {
    byte[] bytes;
    try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(path(name))) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new UnusableInput("discovery.not-readable", name);
    }
    if (bytes.length > MOST_BYTES) {
      throw new UnusableInput("discovery.too-large", name);
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnusableInput("discovery.no-utf8", name);
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static Path path(String name) throws UnusableInput {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UnusableInput("discovery.not-readable", name);
    }
  }
}
