package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleChange;
import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.ExampleIndex;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.IndexOpening;
import dev.dealcoach.kb.IndexUpdate;
import dev.dealcoach.kb.vector.PassageText;
import dev.dealcoach.kb.vector.PassageVectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * An index in a folder of its own. Updates wait for each other, searches for nobody. What was
 * committed survives the death of the process; when a file was damaged, opening says so.
 */
public final class LuceneExampleIndex implements ExampleIndex {
  /** Beyond this, new documents go to the disk; vectors of 20,000 examples take so much. */
  private static final double BUFFER_MEBIBYTES = 64;

  private static final int REBUILD_BATCH = 256;

  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final PassageVectors vectors;
  private final ExampleSearch search;
  private final Object refreshing = new Object();
  private long position;
  private long applied;
  private volatile long updates;
  private volatile long seen;
  private volatile boolean rebuilding;

  private LuceneExampleIndex(IndexWriter writer, IndexSettings settings) throws IOException {
    this.writer = writer;
    this.searchers = new SearcherManager(writer, new SearcherFactory());
    this.vectors = settings.vectors();
    this.search = new ExampleSearch(vectors, settings.fusions(), settings.boosts());
    this.position = Stamp.position(data(writer));
    this.applied = position;
  }

  private static Map<String, String> data(IndexWriter writer) {
    Map<String, String> data = new java.util.TreeMap<>();
    Iterable<Map.Entry<String, String>> written = writer.getLiveCommitData();
    if (written != null) {
      written.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return data;
  }

  /** Opens the index in a folder, which is made if it does not exist; every file is checked. */
  public static IndexOpening<LuceneExampleIndex> open(Path folder, IndexSettings settings) {
    try {
      return openDirectory(FSDirectory.open(folder), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("no index can be kept in the folder", e);
    }
  }

  /**
   * Throws away what lies in the folder, sound or not, and opens an empty index in it.
   *
   * @throws UncheckedIOException if the folder cannot be written
   */
  public static IndexOpening<LuceneExampleIndex> openEmpty(Path folder, IndexSettings settings) {
    try {
      Soundness.clear(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder cannot be emptied", e);
    }
    return open(folder, settings);
  }

  /** The same in a directory of Lucene's, for tests of disks that fail. */
  public static IndexOpening<LuceneExampleIndex> openDirectory(
      Directory directory, IndexSettings settings) {
    try {
      boolean old = Soundness.holdsIndex(directory);
      if (old) {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          Map<String, String> data = reader.getIndexCommit().getUserData();
          if (!Stamp.fits(data, settings.vectors().fingerprint())) {
            return new IndexOpening.Outdated<>();
          }
          Soundness.check(reader);
        }
      }
      IndexWriterConfig config = new IndexWriterConfig();
      config.setRAMBufferSizeMB(BUFFER_MEBIBYTES);
      config.setCommitOnClose(false);
      IndexWriter writer = new IndexWriter(directory, config);
      LuceneExampleIndex index = new LuceneExampleIndex(writer, settings);
      if (!old) {
        index.commitAt(-1);
      }
      return new IndexOpening.Opened<>(index);
    } catch (LockObtainFailedException e) {
      return new IndexOpening.InUse<>();
    } catch (IOException | RuntimeException e) {
      // garbage where a reader expects structure shows as many kinds of exception
      return new IndexOpening.Damaged<>(e.getClass().getSimpleName());
    }
  }

  /** Something that reads what a searcher sees. */
  private interface Reading<T> {
    T run(IndexSearcher searcher) throws IOException;
  }

  /** The first search after updates makes them searchable: a long import is not held up. */
  private void refresh() throws IOException {
    if (seen == updates) {
      return;
    }
    synchronized (refreshing) {
      long now = updates;
      if (seen == now || rebuilding) {
        return;
      }
      try {
        searchers.maybeRefreshBlocking();
        seen = now;
      } catch (AlreadyClosedException e) {
        // the writer gave up, for want of room: what was found before is found still
      }
    }
  }

  private <T> T read(Reading<T> reading) {
    try {
      refresh();
      IndexSearcher searcher = searchers.acquire();
      try {
        return reading.run(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index of examples cannot be read", e);
    }
  }

  @Override
  public List<ExampleHit> search(ExampleQuery query) {
    return read(searcher -> search.search(searcher, query));
  }

  @Override
  public Optional<Example> find(String id) {
    return read(searcher -> search.find(searcher, id));
  }

  /** All examples it holds, for their owner to compare with. */
  public List<Example> all() {
    return read(search::all);
  }

  @Override
  public synchronized IndexUpdate apply(List<ExampleChange> changes, long newPosition) {
    List<Example> put = new ArrayList<>();
    for (ExampleChange change : changes) {
      if (change instanceof ExampleChange.Put(Example example)) {
        put.add(example);
      }
    }
    Iterator<float[]> next = vectors.of(put.stream().map(PassageText::of).toList()).iterator();
    return written(
        () -> {
          for (ExampleChange change : changes) {
            Term id = new Term(Fields.ID, change.id());
            switch (change) {
              case ExampleChange.Put(Example example) ->
                  writer.updateDocument(id, ExampleDocument.of(example, next.next()));
              case ExampleChange.Remove _ -> writer.deleteDocuments(id);
            }
          }
          applied = newPosition;
          updates = updates + 1;
        });
  }

  @Override
  public synchronized IndexUpdate commit() {
    return applied == position && !writer.hasUncommittedChanges()
        ? new IndexUpdate.Applied()
        : written(() -> commitAt(applied));
  }

  @Override
  public synchronized IndexUpdate rebuild(Stream<Example> examples, long newPosition) {
    return written(
        () -> {
          boolean whole = false;
          refresh();
          synchronized (refreshing) {
            // until this is committed searches see the old examples
            rebuilding = true;
          }
          try {
            writer.deleteAll();
            addAll(examples.iterator());
            commitAt(newPosition);
            whole = true;
          } finally {
            if (!whole) {
              // half a library must never be committed
              writer.rollback();
            }
            rebuilding = false;
          }
          updates = updates + 1;
        });
  }

  private void addAll(Iterator<Example> rest) throws IOException {
    while (rest.hasNext()) {
      List<Example> batch = new ArrayList<>();
      while (rest.hasNext() && batch.size() < REBUILD_BATCH) {
        batch.add(rest.next());
      }
      Iterator<float[]> next = vectors.of(batch.stream().map(PassageText::of).toList()).iterator();
      for (Example example : batch) {
        writer.updateDocument(
            new Term(Fields.ID, example.id()), ExampleDocument.of(example, next.next()));
      }
    }
  }

  private void commitAt(long newPosition) throws IOException {
    writer.setLiveCommitData(new Stamp(newPosition, vectors.fingerprint()).written().entrySet());
    writer.commit();
    position = newPosition;
    applied = newPosition;
  }

  /** Something that writes. */
  private interface Writing {
    void run() throws IOException;
  }

  private static IndexUpdate written(Writing writing) {
    try {
      writing.run();
      return new IndexUpdate.Applied();
    } catch (IOException | AlreadyClosedException e) {
      // the writer closes itself for good after a failure; the last commit stays as it was
      return new IndexUpdate.NotWritten(e.getClass().getSimpleName());
    }
  }

  @Override
  public synchronized long position() {
    return position;
  }

  @Override
  public int size() {
    return read(searcher -> searcher.getIndexReader().numDocs());
  }

  @Override
  public synchronized void close() {
    commit();
    try {
      searchers.close();
      writer.rollback();
      writer.getDirectory().close();
    } catch (IOException | AlreadyClosedException e) {
      // what was committed is safe; there is nothing left to save
    }
  }
}
