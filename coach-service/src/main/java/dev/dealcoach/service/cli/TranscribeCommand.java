package dev.dealcoach.service.cli;

import dev.dealcoach.service.json.TranscriptReport;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.model.InstalledModel;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.transcript.Transcript;
import dev.dealcoach.speech.transcript.Transcription;
import dev.dealcoach.speech.vosk.ModelDirectory;
import dev.dealcoach.speech.vosk.UnusableModelException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code coach transcribe}: one recording. */
final class TranscribeCommand implements Command {
  private static final int MOST_MINUTES = 24 * 60;

  private final SpeechSession.Source sessions;

  TranscribeCommand(SpeechSession.Source sessions) {
    this.sessions = sessions;
  }

  @Override
  public String name() {
    return "transcribe";
  }

  @Override
  public Map<String, List<String>> valuedOptions() {
    return Map.of(
        "--model", List.of(),
        "--models", List.of(),
        "--language", List.of("zh", "en"),
        "--longest", List.of(),
        "--format", List.of("json", "text", "srt"),
        "--lang", List.of("zh", "en"));
  }

  @Override
  public List<String> flags() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, Console console) throws Exception {
    if (arguments.operands().size() != 1) {
      throw new UnusableInput("usage.one-recording", arguments.operands().size());
    }
    String name = arguments.operands().getFirst();
    Path audio = path(name, "audio.not-readable");
    AudioLimits limits = limits(arguments.option("--longest"));
    ModelDirectory model = model(arguments, console);
    try (SpeechSession session = sessions.open()) {
      switch (session.transcriber(model).transcribe(audio, limits)) {
        case Transcription.Refused(var refusal) ->
            throw new UnusableInput(
                "audio." + refusal.code().id(), name, limits.length().toMinutes());
        case Transcription.Failed(var reason, _) ->
            throw new EngineFailure(
                "speech." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                name,
                model.stamp().id());
        case Transcription.Transcribed(var transcript) ->
            print(transcript, arguments.option("--format").orElse("json"), console);
      }
    }
    return 0;
  }

  private static void print(Transcript transcript, String format, Console console) {
    switch (format) {
      case "text" -> console.out().println(transcript.text());
      case "srt" -> console.out().print(Subtitles.of(transcript));
      default -> console.out().println(TranscriptReport.of(transcript).json());
    }
  }

  private static AudioLimits limits(Optional<String> longest) throws UnusableInput {
    if (longest.isEmpty()) {
      return AudioLimits.STANDARD;
    }
    try {
      int minutes = Integer.parseInt(longest.get());
      if (minutes >= 1 && minutes <= MOST_MINUTES) {
        return AudioLimits.STANDARD.withLength(Duration.ofMinutes(minutes));
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new UnusableInput("usage.value-wrong", "--longest", "1…" + MOST_MINUTES, longest.get());
  }

  private static ModelDirectory model(Arguments arguments, Console console) throws Exception {
    Optional<String> named = arguments.option("--model");
    Optional<SpokenLanguage> language = arguments.option("--language").map(SpokenLanguage::ofCode);
    if (named.isPresent()) {
      ModelDirectory model = open(path(named.get(), "model.missing"), named.get());
      return language.isEmpty()
          ? model
          : new ModelDirectory(model.path(), language.get(), model.stamp());
    }
    List<InstalledModel> installed =
        ModelsFolder.store(arguments.option("--models"), console.environment()).installed();
    SpokenLanguage preferred = SpokenLanguage.ofCode(console.language().code());
    InstalledModel chosen =
        ModelsFolder.choose(installed, language, preferred)
            .orElseThrow(() -> new UnusableInput("model.none"));
    try {
      return chosen.open();
    } catch (UnusableModelException | IOException e) {
      throw new UnusableInput("model.installed-damaged", chosen.id());
    }
  }

  private static ModelDirectory open(Path directory, String name) throws UnusableInput {
    try {
      return ModelDirectory.open(directory);
    } catch (UnusableModelException e) {
      throw new UnusableInput(
          "model." + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'), name);
    } catch (IOException e) {
      throw new UnusableInput("model.not-readable", name);
    }
  }

  private static Path path(String name, String key) throws UnusableInput {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UnusableInput(key, name);
    }
  }
}
