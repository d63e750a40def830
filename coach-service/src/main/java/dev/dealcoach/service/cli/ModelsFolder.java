package dev.dealcoach.service.cli;

import dev.dealcoach.speech.model.InstalledModel;
import dev.dealcoach.speech.model.ModelStore;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where commands look for speech models: where the service with the same environment keeps them.
 */
final class ModelsFolder {
  private ModelsFolder() {}

  /**
   * The models in the folder that the option names, else in the service's.
   *
   * @throws UnusableInput if the option's value is no path
   */
  static ModelStore store(Optional<String> option, Map<String, String> environment)
      throws UnusableInput {
    String data = environment.getOrDefault("COACH_DATA", "data");
    String named = option.orElse(environment.getOrDefault("COACH_MODELS", ""));
    try {
      return new ModelStore(named.isEmpty() ? Path.of(data).resolve("models") : Path.of(named));
    } catch (InvalidPathException e) {
      throw new UnusableInput("models.folder", named.isEmpty() ? data : named);
    }
  }

  /**
   * The model for a language: of several the largest, which errs least. Without a language the one
   * for the preferred one, else whichever there is.
   */
  static Optional<InstalledModel> choose(
      List<InstalledModel> installed, Optional<SpokenLanguage> wanted, SpokenLanguage preferred) {
    Comparator<InstalledModel> best =
        Comparator.comparing((InstalledModel m) -> m.language() == wanted.orElse(preferred))
            .thenComparing(InstalledModel::bytes)
            .thenComparing(InstalledModel::id);
    return installed.stream()
        .filter(model -> wanted.isEmpty() || model.language() == wanted.get())
        .max(best);
  }
}
