package dev.dealcoach.service.transcribe;

import dev.dealcoach.service.recording.SpokenIn;
import dev.dealcoach.speech.model.InstalledModel;
import dev.dealcoach.speech.model.ModelStore;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which installed model serves which language, as it is now. Thread-safe. */
public final class ModelChoice {
  private final ModelStore store;
  private final Map<SpokenLanguage, String> wanted;

  /**
   * Chooses among the models of a store.
   *
   * @param wanted id by language; a language without one gets its largest model, which errs least
   */
  public ModelChoice(ModelStore store, Map<SpokenLanguage, String> wanted) {
    this.store = store;
    this.wanted = Map.copyOf(wanted);
  }

  /** The models that serve this; several only where the language is to be found out. */
  public List<InstalledModel> of(SpokenIn language) {
    List<InstalledModel> installed = installed();
    return Arrays.stream(SpokenLanguage.values())
        .filter(each -> language == SpokenIn.AUTO || each.code().equals(language.id()))
        .flatMap(each -> of(each, installed).stream())
        .toList();
  }

  /** The model that serves a language. */
  public Optional<InstalledModel> of(SpokenLanguage language) {
    return of(language, installed());
  }

  private Optional<InstalledModel> of(SpokenLanguage language, List<InstalledModel> installed) {
    String id = wanted.get(language);
    return installed.stream()
        .filter(model -> model.language() == language)
        .filter(model -> id == null || model.id().equals(id))
        .max(Comparator.comparing(InstalledModel::bytes).thenComparing(InstalledModel::id));
  }

  /** What is installed. */
  public List<InstalledModel> installed() {
    try {
      return store.installed();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of speech models cannot be read", e);
    }
  }
}
