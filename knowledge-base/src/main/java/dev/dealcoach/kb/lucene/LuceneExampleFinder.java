package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleFinder;
import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.IndexOpening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The last commit of an index, read only: another process may go on writing. Thread-safe. */
public final class LuceneExampleFinder implements ExampleFinder {
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final ExampleSearch search;

  private LuceneExampleFinder(Directory directory, DirectoryReader reader, IndexSettings settings) {
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.search = new ExampleSearch(settings.vectors(), settings.fusions(), settings.boosts());
  }

  /** Opens the index in a folder; every file is checked. */
  public static IndexOpening<ExampleFinder> open(Path folder, IndexSettings settings) {
    Directory directory = null;
    DirectoryReader reader = null;
    boolean opened = false;
    try {
      directory = FSDirectory.open(folder);
      if (!Soundness.holdsIndex(directory)) {
        return new IndexOpening.Absent<>();
      }
      reader = DirectoryReader.open(directory);
      Map<String, String> data = reader.getIndexCommit().getUserData();
      if (!Stamp.fits(data, settings.vectors().fingerprint())) {
        return new IndexOpening.Outdated<>();
      }
      Soundness.check(reader);
      opened = true;
      return new IndexOpening.Opened<>(new LuceneExampleFinder(directory, reader, settings));
    } catch (IOException | RuntimeException e) {
      // garbage where a reader expects structure shows as many kinds of exception
      return new IndexOpening.Damaged<>(e.getClass().getSimpleName());
    } finally {
      if (!opened) {
        closeAll(reader, directory);
      }
    }
  }

  private static void closeAll(DirectoryReader reader, Directory directory) {
    try {
      if (reader != null) {
        reader.close();
      }
      if (directory != null) {
        directory.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index of examples cannot be closed", e);
    }
  }

  @Override
  public List<ExampleHit> search(ExampleQuery query) {
    try {
      return search.search(searcher, query);
    } catch (IOException e) {
      throw new UncheckedIOException("the index of examples cannot be read", e);
    }
  }

  @Override
  public Optional<Example> find(String id) {
    try {
      return search.find(searcher, id);
    } catch (IOException e) {
      throw new UncheckedIOException("the index of examples cannot be read", e);
    }
  }

  @Override
  public long position() {
    try {
      return Stamp.position(reader.getIndexCommit().getUserData());
    } catch (IOException e) {
      throw new UncheckedIOException("the index of examples cannot be read", e);
    }
  }

  @Override
  public int size() {
    return reader.numDocs();
  }

  @Override
  public void close() {
    closeAll(reader, directory);
  }
}
