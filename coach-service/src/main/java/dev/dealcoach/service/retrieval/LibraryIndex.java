package dev.dealcoach.service.retrieval;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleChange;
import dev.dealcoach.kb.ExampleFinder;
import dev.dealcoach.kb.IndexOpening;
import dev.dealcoach.kb.IndexUpdate;
import dev.dealcoach.kb.lucene.IndexSettings;
import dev.dealcoach.kb.lucene.LuceneExampleIndex;
import dev.dealcoach.kb.vector.KeptVectors;
import dev.dealcoach.kb.vector.PassageVectors;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryStore;
import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's index of the examples that everybody may see. It follows the database's changes in
 * their order, is checked against the database when it is opened, and is built anew when it is
 * damaged, made by another version, or does not agree. Thread-safe; searches wait for nothing.
 */
public final class LibraryIndex implements Managed {
  /** A change made elsewhere is found after so long. */
  private static final Duration POLL = Duration.ofMillis(250);

  /** After a failure, such as a full disk, it is tried again so much later. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  private static final Duration WAIT = Duration.ofMillis(500);
  private static final int BATCH = 256;
  private static final Logger LOG = LoggerFactory.getLogger(LibraryIndex.class);

  private final LibraryStore library;
  private final Path folder;
  private final KeptVectors vectors;
  private final IndexSettings settings;
  private final Opener opener;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable LuceneExampleIndex index;
  private volatile boolean broken;
  private volatile boolean stopped;
  private @Nullable Thread follower;

  /** How an index that is there is opened. */
  @FunctionalInterface
  interface Opener {
    IndexOpening<LuceneExampleIndex> open(Path folder, IndexSettings settings);
  }

  /**
   * @param folder of this process alone; everything in it can be made again
   * @param source embeds
   */
  public LibraryIndex(LibraryStore library, Path folder, PassageVectors source) {
    this(library, folder, source, LuceneExampleIndex::open);
  }

  LibraryIndex(LibraryStore library, Path folder, PassageVectors source, Opener opener) {
    this.opener = opener;
    this.library = library;
    this.folder = folder;
    this.vectors = new KeptVectors(source, folder);
    IndexSettings usual = IndexSettings.standard(vectors);
    this.settings = usual;
  }

  /** What finds examples; empty while the index is prepared for the first time. */
  public Optional<ExampleFinder> finder() {
    return Optional.ofNullable(index);
  }

  /** Vectors for what is shown of an example. */
  public PassageVectors vectors() {
    return vectors;
  }

  /** Whether it takes changes; if not, what was found before is found still. */
  public boolean inStep() {
    return index != null && !broken;
  }

  @Override
  public void start() {
    follower = Thread.ofPlatform().daemon().name("library-index").start(this::follow);
  }

  @Override
  public void stop() throws IOException, InterruptedException {
    stopped = true;
    if (follower != null) {
      follower.interrupt();
      follower.join(Duration.ofSeconds(10));
    }
    turn.lock();
    try {
      close();
      vectors.close();
    } finally {
      turn.unlock();
    }
  }

  private void close() {
    LuceneExampleIndex open = index;
    if (open != null) {
      index = null;
      open.close();
    }
  }

  private void follow() {
    while (!stopped) {
      Duration pause = POLL;
      try {
        if (!catchUp()) {
          pause = RETRY;
        }
      } catch (RuntimeException e) {
        if (!stopped) {
          LOG.warn("the index of examples could not be brought up to date", e);
        }
        pause = RETRY;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /**
   * Takes what the database has and the index has not. A change that was committed before this is
   * called is found when it returns.
   *
   * @return false if the index cannot be written now
   */
  public boolean catchUp() {
    turn.lock();
    try {
      if (stopped) {
        return false;
      }
      LuceneExampleIndex open = index;
      if (open == null || broken) {
        return open();
      }
      return taken(open);
    } finally {
      turn.unlock();
    }
  }

  /**
   * The same, unless that takes long because the index is just made anew: then it happens a moment
   * later. For whoever has changed something and wants it found.
   */
  public void soon() {
    try {
      if (turn.tryLock(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          if (index != null) {
            catchUp();
          }
        } finally {
          turn.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean taken(LuceneExampleIndex open) {
    LibraryStore.Clock clock = library.clock();
    long position = Math.max(0, open.position());
    if (position > clock.number()) {
      // the database is another one, or an older copy of it
      return rebuilt(open);
    }
    if (position == clock.number()) {
      return true;
    }
    if (clock.swept() > position) {
      List<ExampleChange> gone = gone(open);
      if (!written(open.apply(gone, position))) {
        return false;
      }
    }
    long last = position;
    while (!stopped) {
      List<LibraryStore.Change> changes = library.changes(last, BATCH);
      boolean more = changes.size() == BATCH;
      last = changes.isEmpty() ? clock.number() : changes.getLast().number();
      if (!more) {
        last = Math.max(last, clock.number());
      }
      List<ExampleChange> some = changes.stream().<ExampleChange>map(LibraryIndex::change).toList();
      if (!written(open.apply(some, last)) || !written(open.commit())) {
        return false;
      }
      if (!more) {
        return true;
      }
    }
    return true;
  }

  private static ExampleChange change(LibraryStore.Change change) {
    return change.content() == null
        ? new ExampleChange.Remove(change.id().toString())
        : new ExampleChange.Put(change.content().example(change.id()));
  }

  /** What the index has and the database has not any more. */
  private List<ExampleChange> gone(LuceneExampleIndex open) {
    TreeSet<String> there = new TreeSet<>();
    library.shown().forEach(each -> there.add(each.id().toString()));
    return open.all().stream()
        .filter(each -> !there.contains(each.id()))
        .<ExampleChange>map(each -> new ExampleChange.Remove(each.id()))
        .toList();
  }

  private boolean open() {
    if (broken) {
      close();
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      LOG.warn("there can be no index of examples: {}", e.getClass().getSimpleName());
      return false;
    }
    Path place = folder.resolve("index");
    IndexOpening<LuceneExampleIndex> opening = opener.open(place, settings);
    return switch (opening) {
      case IndexOpening.Opened<LuceneExampleIndex>(LuceneExampleIndex opened) -> {
        broken = false;
        yield ready(opened);
      }
      case IndexOpening.Damaged<LuceneExampleIndex>(String detail) -> {
        LOG.warn("the index of examples is damaged ({}) and will be made again", detail);
        yield made(place);
      }
      case IndexOpening.Outdated<LuceneExampleIndex> _ -> made(place);
      case IndexOpening.Absent<LuceneExampleIndex> _ -> made(place);
      case IndexOpening.InUse<LuceneExampleIndex> _ -> {
        LOG.warn("the index of examples is in use by another process");
        yield false;
      }
    };
  }

  private boolean made(Path place) {
    if (LuceneExampleIndex.openEmpty(place, settings)
        instanceof IndexOpening.Opened<LuceneExampleIndex>(LuceneExampleIndex fresh)) {
      broken = false;
      boolean whole = rebuilt(fresh);
      if (whole) {
        index = fresh;
      } else {
        fresh.close();
      }
      return whole;
    }
    return false;
  }

  /** A sound index is compared with the database before anybody searches it. */
  private boolean ready(LuceneExampleIndex opened) {
    boolean whole = taken(opened);
    Compared compared = compared(opened);
    if (whole && !compared.agree()) {
      LOG.warn(
          "the index of examples does not agree with the database ({} missing, {} other, {} extra)"
              + " and will be made again",
          compared.missing(),
          compared.other(),
          compared.extra());
      whole = rebuilt(opened);
    }
    if (whole) {
      index = opened;
    } else {
      opened.close();
    }
    return whole;
  }

  /** Makes the index anew from the database; searches find what they found until it is done. */
  public boolean rebuild() {
    turn.lock();
    try {
      LuceneExampleIndex open = index;
      if (open == null || broken) {
        return open();
      }
      return rebuilt(open);
    } finally {
      turn.unlock();
    }
  }

  private boolean rebuilt(LuceneExampleIndex open) {
    long number = library.clock().number();
    List<LibraryExample> all = library.shown();
    return written(
        open.rebuild(all.stream().map(each -> each.content().example(each.id())), number));
  }

  /** Compares with the database, after everything committed has been taken. */
  public Optional<Compared> compare() {
    turn.lock();
    try {
      return catchUp() ? Optional.ofNullable(index).map(this::compared) : Optional.empty();
    } finally {
      turn.unlock();
    }
  }

  private Compared compared(LuceneExampleIndex open) {
    Map<String, Example> there = new HashMap<>();
    open.all().forEach(each -> there.put(each.id(), each));
    List<LibraryExample> shown = library.shown();
    List<String> missing = new ArrayList<>();
    int other = 0;
    for (LibraryExample each : shown) {
      Example found = there.remove(each.id().toString());
      if (found == null) {
        missing.add(each.name());
      } else if (!found.equals(each.content().example(each.id()))) {
        other++;
      }
    }
    return new Compared(shown.size(), missing.size(), other, there.size());
  }

  private boolean written(IndexUpdate update) {
    if (update instanceof IndexUpdate.NotWritten(String detail)) {
      LOG.warn("the index of examples could not be written: {}", detail);
      broken = true;
      return false;
    }
    return true;
  }
}
