package dev.dealcoach.kb.store;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleChange;
import dev.dealcoach.kb.IndexOpening;
import dev.dealcoach.kb.IndexUpdate;
import dev.dealcoach.kb.lucene.IndexSettings;
import dev.dealcoach.kb.lucene.LuceneExampleIndex;
import dev.dealcoach.kb.store.LibraryOpening.Repair;
import dev.dealcoach.kb.vector.KeptVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens a library and brings log and index in step. The index is checked whole; the log's lines
 * carry checksums. What one of the two lost, the other still has, unless both were damaged.
 */
final class LibraryRepair {
  private static final int BATCH = 256;

  private LibraryRepair() {}

  static LibraryOpening open(Path folder, IndexSettings settings) {
    ExampleLog log = null;
    boolean opened = false;
    try {
      Files.createDirectories(folder);
      log = ExampleLog.open(ExampleLibrary.logOf(folder));
      if (log == null) {
        return new LibraryOpening.InUse();
      }
      ExampleLog.Survey survey = log.read(0, (change, position) -> {});
      KeptVectors vectors = new KeptVectors(settings.vectors(), folder);
      IndexSettings kept = new IndexSettings(vectors, settings.fusions(), settings.boosts());
      LibraryOpening opening = inStep(folder, log, survey, vectors, kept);
      opened = opening instanceof LibraryOpening.Opened;
      return opening;
    } catch (IOException e) {
      return new LibraryOpening.Unusable(e.getClass().getSimpleName());
    } finally {
      if (!opened && log != null) {
        close(log);
      }
    }
  }

  private static void close(ExampleLog log) {
    try {
      log.close();
    } catch (IOException e) {
      // it was only read
    }
  }

  private static LibraryOpening inStep(
      Path folder,
      ExampleLog log,
      ExampleLog.Survey survey,
      KeptVectors vectors,
      IndexSettings settings)
      throws IOException {
    Path indexFolder = ExampleLibrary.indexOf(folder);
    IndexOpening<LuceneExampleIndex> opening = LuceneExampleIndex.open(indexFolder, settings);
    return switch (opening) {
      case IndexOpening.InUse<LuceneExampleIndex> _ -> new LibraryOpening.InUse();
      case IndexOpening.Opened<LuceneExampleIndex>(LuceneExampleIndex index) -> {
        long seen = index.position();
        ExampleLibrary library = new ExampleLibrary(folder, log, vectors, index, survey.changes());
        if (survey.damaged() == 0 && seen <= survey.sound() && log.isBoundary(Math.max(0, seen))) {
          log.cut(survey.sound());
          yield caughtUp(library, log, index, Math.max(0, seen));
        }
        if (seen >= survey.sound()) {
          // the index holds all that the log ever held
          library.rewriteLog();
          yield new LibraryOpening.Opened(library, Repair.DAMAGED_LOG, 0);
        }
        log.cut(survey.sound());
        yield rebuilt(library, log, index, Repair.DAMAGED_LOG, survey.damaged());
      }
      case IndexOpening.Damaged<LuceneExampleIndex> _ ->
          fresh(folder, log, survey, vectors, settings, Repair.DAMAGED_INDEX);
      case IndexOpening.Outdated<LuceneExampleIndex> _ ->
          fresh(folder, log, survey, vectors, settings, Repair.BUILT);
      case IndexOpening.Absent<LuceneExampleIndex> _ ->
          fresh(folder, log, survey, vectors, settings, Repair.BUILT);
    };
  }

  private static LibraryOpening fresh(
      Path folder,
      ExampleLog log,
      ExampleLog.Survey survey,
      KeptVectors vectors,
      IndexSettings settings,
      Repair repair)
      throws IOException {
    log.cut(survey.sound());
    if (LuceneExampleIndex.openEmpty(ExampleLibrary.indexOf(folder), settings)
        instanceof IndexOpening.Opened<LuceneExampleIndex>(LuceneExampleIndex index)) {
      ExampleLibrary library = new ExampleLibrary(folder, log, vectors, index, survey.changes());
      return rebuilt(library, log, index, repair, survey.damaged());
    }
    return new LibraryOpening.Unusable("no new index");
  }

  /** Applies what the log holds beyond the index's last commit. */
  private static LibraryOpening caughtUp(
      ExampleLibrary library, ExampleLog log, LuceneExampleIndex index, long seen)
      throws IOException {
    if (seen == log.end()) {
      return new LibraryOpening.Opened(library, Repair.NONE, 0);
    }
    List<ExampleChange> batch = new ArrayList<>();
    List<IndexUpdate> failed = new ArrayList<>();
    log.read(
        seen,
        (change, position) -> {
          batch.add(change);
          if (batch.size() == BATCH || position == log.end()) {
            if (index.apply(List.copyOf(batch), position) instanceof IndexUpdate.NotWritten not) {
              failed.add(not);
            }
            batch.clear();
          }
        });
    return done(
        library, failed.isEmpty() ? index.commit() : failed.getFirst(), Repair.CAUGHT_UP, 0);
  }

  private static LibraryOpening rebuilt(
      ExampleLibrary library, ExampleLog log, LuceneExampleIndex index, Repair repair, long lost)
      throws IOException {
    Map<String, Example> last = new LinkedHashMap<>();
    log.read(
        0,
        (change, position) -> {
          switch (change) {
            case ExampleChange.Put(Example example) -> last.put(example.id(), example);
            case ExampleChange.Remove(String id) -> last.remove(id);
          }
        });
    // an empty log and an index without a commit of ours: nothing was damaged, all is new
    Repair said = last.isEmpty() && repair == Repair.BUILT ? Repair.NONE : repair;
    LibraryOpening opening =
        done(library, index.rebuild(last.values().stream(), log.end()), said, lost);
    if (lost > 0) {
      library.rewriteLog();
    }
    return opening;
  }

  private static LibraryOpening done(
      ExampleLibrary library, @Nullable IndexUpdate update, Repair repair, long lost) {
    if (update instanceof IndexUpdate.NotWritten(String detail)) {
      library.close();
      return new LibraryOpening.Unusable(detail);
    }
    return new LibraryOpening.Opened(library, repair, lost);
  }
}
