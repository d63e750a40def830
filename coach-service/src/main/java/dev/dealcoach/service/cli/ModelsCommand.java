package dev.dealcoach.service.cli;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.json.ModelsReport;
import dev.dealcoach.service.wording.Messages;
import dev.dealcoach.speech.model.CatalogueEntry;
import dev.dealcoach.speech.model.InstallProgress;
import dev.dealcoach.speech.model.Installation;
import dev.dealcoach.speech.model.InstalledModel;
import dev.dealcoach.speech.model.ModelCatalogue;
import dev.dealcoach.speech.model.ModelInstaller;
import dev.dealcoach.speech.model.ModelStore;
import dev.dealcoach.speech.model.ModelTrial;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.vosk.UnusableModelException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code coach models}: lists, installs and verifies speech models. */
final class ModelsCommand implements Command {
  private final SpeechSession.Source sessions;
  private final Supplier<ModelCatalogue> catalogue;

  ModelsCommand(SpeechSession.Source sessions, Supplier<ModelCatalogue> catalogue) {
    this.sessions = sessions;
    this.catalogue = catalogue;
  }

  @Override
  public String name() {
    return "models";
  }

  @Override
  public Map<String, List<String>> valuedOptions() {
    return Map.of(
        "--models", List.of(),
        "--zip", List.of(),
        "--mirror", List.of(),
        "--sha256", List.of(),
        "--language", List.of("zh", "en"),
        "--format", List.of("json", "text"),
        "--lang", List.of("zh", "en"));
  }

  @Override
  public List<String> flags() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, Console console) throws Exception {
    List<String> words = arguments.operands();
    Language lang = arguments.option("--lang").map(Language::ofCode).orElseGet(console::language);
    Messages messages = Messages.of(lang);
    ModelStore store = ModelsFolder.store(arguments.option("--models"), console.environment());
    if (words.equals(List.of("list"))) {
      list(store, arguments.option("--format").equals(Optional.of("json")), messages, console);
    } else if (words.equals(List.of("verify"))) {
      verify(store, messages, console);
    } else if (words.size() == 2 && words.getFirst().equals("install")) {
      install(words.get(1), store, arguments, messages, console);
    } else {
      throw new UnusableInput("usage.models");
    }
    return 0;
  }

  private void list(ModelStore store, boolean json, Messages messages, Console console)
      throws IOException {
    ModelsReport report = ModelsReport.of(catalogue.get(), store.installed());
    if (json) {
      console.out().println(report.json());
    } else {
      console.out().print(new ModelsText(messages).of(report));
    }
  }

  private void verify(ModelStore store, Messages messages, Console console) throws Exception {
    List<InstalledModel> installed = store.installed();
    if (installed.isEmpty()) {
      throw new UnusableInput("model.none");
    }
    String damaged = null;
    try (SpeechSession session = sessions.open()) {
      for (InstalledModel model : installed) {
        String state = state(model, session.trial());
        console.out().println(model.id() + "  " + messages.text("models.verify." + state));
        damaged = state.equals("right") ? damaged : model.id();
      }
    }
    if (damaged != null) {
      throw new UnusableInput("model.installed-damaged", damaged);
    }
  }

  private static String state(InstalledModel model, ModelTrial trial) throws InterruptedException {
    try {
      if (!model.unchanged()) {
        return "changed";
      }
      return switch (trial.of(model.open())) {
        case ModelTrial.Outcome.Passed _ -> "right";
        case ModelTrial.Outcome.Failed _ -> "fails";
      };
    } catch (UnusableModelException | IOException e) {
      return "broken";
    }
  }

  private void install(
      String id, ModelStore store, Arguments arguments, Messages messages, Console console)
      throws Exception {
    Optional<CatalogueEntry> entry = catalogue.get().find(id);
    Optional<String> zip = arguments.option("--zip");
    if (!ModelCatalogue.isId(id) || (entry.isEmpty() && zip.isEmpty())) {
      throw new UnusableInput("models.unknown", id);
    }
    String sha256 = sha256(arguments.option("--sha256"));
    InstallProgress progress = ProgressLine.on(console, messages);
    Installation result;
    try (SpeechSession session = sessions.open()) {
      ModelInstaller installer = new ModelInstaller(store, session.trial());
      if (zip.isPresent()) {
        SpokenLanguage language =
            arguments
                .option("--language")
                .map(SpokenLanguage::ofCode)
                .or(() -> entry.map(CatalogueEntry::language))
                .orElse(null);
        result = installer.install(id, language, path(zip.get()), sha256, progress);
      } else {
        result = installer.install(entry.orElseThrow(), mirror(arguments, console), progress);
      }
    }
    switch (result) {
      case Installation.Done(var model) ->
          console.out().println(messages.text("models.installed", model.id(), store.folder()));
      case Installation.Failed failed -> throw failure(failed, id, zip.orElse(id), store);
    }
  }

  /** A folder that cannot be used and a bad zip are the user's; the network is not. */
  private static Exception failure(
      Installation.Failed failed, String id, String source, ModelStore store) {
    return new UnusableInput(
        "install." + failed.code().id(), id, source, failed.detail(), store.folder());
  }

  private static @Nullable String sha256(Optional<String> option) throws UnusableInput {
    String value = option.map(text -> text.toLowerCase(Locale.ROOT)).orElse(null);
    if (value != null && !ModelCatalogue.isSha256(value)) {
      throw new UnusableInput("models.sha256", value);
    }
    return value;
  }

  private static @Nullable URI mirror(Arguments arguments, Console console) throws UnusableInput {
    String text =
        arguments
            .option("--mirror")
            .orElseGet(() -> console.environment().getOrDefault("COACH_MODEL_MIRROR", ""));
    if (text.isEmpty()) {
      return null;
    }
    try {
      URI mirror = URI.create(text);
      if (("http".equals(mirror.getScheme()) || "https".equals(mirror.getScheme()))
          && mirror.getHost() != null) {
        return mirror;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new UnusableInput("models.mirror", text);
  }

  private static Path path(String name) throws UnusableInput {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UnusableInput("install.not-readable", "", name);
    }
  }
}
