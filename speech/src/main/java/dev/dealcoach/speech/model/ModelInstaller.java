package dev.dealcoach.speech.model;

import dev.dealcoach.speech.model.InstallProgress.Stage;
import dev.dealcoach.speech.model.Installation.Code;
import dev.dealcoach.speech.transcript.ModelStamp;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.vosk.ModelDirectory;
import dev.dealcoach.speech.vosk.UnusableModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Installs models. A model is unpacked beside those in use, checked, tried out, and only then taken
 * into use, in one step; whatever fails before leaves what was in use as it was. One installation
 * at a time in a folder, also across processes. Thread-safe.
 */
public final class ModelInstaller {
  private static final Duration STALL = Duration.ofMinutes(1);

  private final ModelStore store;
  private final ModelTrial trial;
  private final ModelDownload download;

  /** Installs into this store what passes the trial. */
  public ModelInstaller(ModelStore store, ModelTrial trial) {
    this(store, trial, STALL);
  }

  ModelInstaller(ModelStore store, ModelTrial trial, Duration stall) {
    this.store = store;
    this.trial = trial;
    this.download = new ModelDownload(stall);
  }

  /**
   * Downloads a published model and installs it.
   *
   * @param mirror folder that has the zip under its own name; null for the maker's
   * @throws InterruptedException if the thread is interrupted; what has come is kept
   */
  public Installation install(CatalogueEntry entry, @Nullable URI mirror, InstallProgress progress)
      throws InterruptedException {
    return locked(
        () -> {
          Files.createDirectories(store.downloads());
          String name = entry.fileName();
          URI source = mirror == null ? entry.source() : under(mirror, name);
          Path zip = download.fetch(source, store.downloads(), name, progress);
          if (entry.bytes() != null && Files.size(zip) != entry.bytes()) {
            Files.delete(zip);
            throw new InstallFailedException(Code.WRONG_CHECKSUM, "");
          }
          Installation result;
          try {
            result = unpacked(entry.id(), entry.language(), zip, entry.sha256(), progress);
          } catch (InstallFailedException e) {
            if (e.failure().code() != Code.DISK_FULL) {
              // it will not get better by trying the same file again
              Files.deleteIfExists(zip);
            }
            throw e;
          }
          Files.deleteIfExists(zip);
          Files.deleteIfExists(store.downloads().resolve(name + ".part.tag"));
          return result;
        });
  }

  /**
   * Installs a model from a local zip.
   *
   * @param id under which it is installed, see {@link ModelCatalogue#isId}
   * @param language what it recognises; null to tell by its words
   * @param sha256 of the zip, null if not known
   */
  public Installation install(
      String id,
      @Nullable SpokenLanguage language,
      Path zip,
      @Nullable String sha256,
      InstallProgress progress)
      throws InterruptedException {
    if (!ModelCatalogue.isId(id)) {
      throw new IllegalArgumentException("no id: " + id);
    }
    return locked(
        () -> {
          if (!Files.isRegularFile(zip) || !Files.isReadable(zip)) {
            throw new InstallFailedException(Code.NOT_READABLE, "");
          }
          return unpacked(id, language, zip, sha256, progress);
        });
  }

  private static URI under(URI mirror, String name) {
    String text = mirror.toString();
    return URI.create(text.endsWith("/") ? text + name : text + "/" + name);
  }

  private interface Work {
    Installation run() throws IOException, InterruptedException;
  }

  private Installation locked(Work work) throws InterruptedException {
    Path folder = store.folder();
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        if (lock == null) {
          return new Installation.Failed(Code.BUSY, "");
        }
        store.sweep();
        return work.run();
      }
    } catch (InstallFailedException e) {
      return e.failure();
    } catch (IOException e) {
      return new Installation.Failed(
          DiskSpace.full(folder) ? Code.DISK_FULL : Code.NOT_WRITABLE,
          e.getClass().getSimpleName());
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private Installation unpacked(
      String id,
      @Nullable SpokenLanguage language,
      Path zip,
      @Nullable String sha256,
      InstallProgress progress)
      throws IOException, InterruptedException {
    if (sha256 != null && !sha256.equals(hash(zip, progress))) {
      throw new InstallFailedException(Code.WRONG_CHECKSUM, "");
    }
    Path directory = Files.createTempDirectory(store.folder(), id + ModelStore.MARK);
    boolean used = false;
    try {
      long bytes = ModelZip.unpack(zip, directory, progress);
      ModelDirectory found = opened(directory);
      InstalledModel model =
          new InstalledModel(
              new ModelStamp(id, found.stamp().sha256()),
              language == null ? found.language() : language,
              directory,
              bytes);
      progress.at(Stage.TRYING, 0, 0);
      if (trial.of(new ModelDirectory(directory, model.language(), model.stamp()))
          instanceof ModelTrial.Outcome.Failed failed) {
        throw new InstallFailedException(Code.TRIAL_FAILED, failed.detail());
      }
      Optional<InstalledModel> before = store.find(id);
      store.use(model);
      used = true;
      before.ifPresent(old -> discard(old.directory()));
      return new Installation.Done(model);
    } finally {
      if (!used) {
        discard(directory);
      }
    }
  }

  /** What cannot be deleted now is swept away at the next installation. */
  private static void discard(Path directory) {
    try {
      ModelStore.delete(directory);
    } catch (IOException | UncheckedIOException e) {
      // it is in nobody's way
    }
  }

  private static ModelDirectory opened(Path directory) throws IOException {
    try {
      return ModelDirectory.open(directory);
    } catch (UnusableModelException e) {
      throw new InstallFailedException(Code.NOT_A_MODEL, e.getMessage());
    }
  }

  private static String hash(Path zip, InstallProgress progress) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    long total = Files.size(zip);
    long done = 0;
    byte[] piece = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(zip)) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        digest.update(piece, 0, n);
        done += n;
        progress.at(Stage.CHECKING, done, total);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
