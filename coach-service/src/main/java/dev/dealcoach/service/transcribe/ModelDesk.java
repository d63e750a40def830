package dev.dealcoach.service.transcribe;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs and verifies speech models for an administrator, beside the running service, one after
 * another. Thread-safe.
 */
public final class ModelDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelDesk.class);

  private final ModelStore store;
  private final ModelTrial trial;
  private final ModelInstaller installer;
  private final ModelCatalogue catalogue;
  private final @Nullable URI mirror;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("speech-install").factory());

  // guarded by this
  private Work work = new Work("", "idle", 0, "", "");
  private Map<String, String> verified = Map.of();
  private boolean busy;

  /**
   * @param mirror folder on the network that has the published zips; null for their makers'
   */
  public ModelDesk(
      ModelStore store, ModelTrial trial, ModelCatalogue catalogue, @Nullable URI mirror) {
    this.store = store;
    this.trial = trial;
    this.installer = new ModelInstaller(store, trial);
    this.catalogue = catalogue;
    this.mirror = mirror;
  }

  /**
   * What is under way, or what came of the last installation.
   *
   * @param id of the model
   * @param stage {@code idle}, {@code starting}, {@code downloading}, {@code checking}, {@code
   *     unpacking}, {@code trying}, {@code verifying}, {@code done} or {@code failed}
   * @param percent of the stage; 0 if not known
   * @param code why it failed, such as {@code broken-zip}; empty unless it failed
   * @param detail a fact that belongs to the failure; may be empty
   */
  public record Work(String id, String stage, int percent, String code, String detail) {
    /** Whether something is under way. */
    public boolean underWay() {
      return !List.of("idle", "done", "failed").contains(stage);
    }
  }

  /** The published models. */
  public ModelCatalogue catalogue() {
    return catalogue;
  }

  /** What is installed. */
  public List<InstalledModel> installed() throws IOException {
    return store.installed();
  }

  /** Where models lie. */
  public Path folder() {
    return store.folder();
  }

  /** What is under way or was last. */
  public synchronized Work work() {
    return work;
  }

  /** What the last verification found by model: {@code right}, {@code changed}, … */
  public synchronized Map<String, String> verified() {
    return verified;
  }

  /**
   * Begins to download and install a published model.
   *
   * @return false if something else is under way, or there is no such model
   */
  public boolean install(String id) {
    CatalogueEntry entry = catalogue.find(id).orElse(null);
    return entry != null
        && begin(id, () -> ended(id, installer.install(entry, mirror, progress(id))));
  }

  /**
   * Begins to install a model from a zip on this machine.
   *
   * @param language what it recognises; null to tell by its words
   * @param once whether the zip is deleted afterwards
   * @return false if something else is under way, or this can be no id
   */
  public boolean install(String id, @Nullable SpokenLanguage language, Path zip, boolean once) {
    return ModelCatalogue.isId(id)
        && begin(
            id,
            () -> {
              try {
                CatalogueEntry entry = catalogue.find(id).orElse(null);
                ended(
                    id,
                    installer.install(
                        id,
                        language == null && entry != null ? entry.language() : language,
                        zip,
                        null,
                        progress(id)));
              } finally {
                if (once) {
                  Files.deleteIfExists(zip);
                }
              }
            });
  }

  /** Begins to look through all installed models; false if something else is under way. */
  public boolean verify() {
    return begin(
        "",
        () -> {
          tell(new Work("", "verifying", 0, "", ""));
          Map<String, String> found = new TreeMap<>();
          for (InstalledModel model : store.installed()) {
            found.put(model.id(), state(model));
          }
          synchronized (this) {
            verified = found;
          }
          tell(new Work("", "idle", 0, "", ""));
        });
  }

  private String state(InstalledModel model) throws InterruptedException {
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

  private interface Task {
    void run() throws IOException, InterruptedException;
  }

  private boolean begin(String id, Task task) {
    synchronized (this) {
      if (busy) {
        return false;
      }
      busy = true;
      work = new Work(id, "starting", 0, "", "");
    }
    worker.execute(
        () -> {
          try {
            task.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (IOException | RuntimeException e) {
            LOG.error("installing the speech model {} failed", id, e);
            tell(new Work(id, "failed", 0, "not-writable", e.getClass().getSimpleName()));
          } finally {
            synchronized (this) {
              busy = false;
            }
          }
        });
    return true;
  }

  private void ended(String id, Installation result) {
    switch (result) {
      case Installation.Done _ -> tell(new Work(id, "done", 100, "", ""));
      case Installation.Failed(Installation.Code code, String detail) -> {
        LOG.warn("the speech model {} was not installed: {} {}", id, code.id(), detail);
        tell(new Work(id, "failed", 0, code.id(), detail));
      }
    }
  }

  private InstallProgress progress(String id) {
    return (stage, done, total) ->
        tell(
            new Work(
                id,
                stage.name().toLowerCase(Locale.ROOT),
                total <= 0 ? 0 : (int) Math.min(100, 100 * done / total),
                "",
                ""));
  }

  private synchronized void tell(Work now) {
    work = now;
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
