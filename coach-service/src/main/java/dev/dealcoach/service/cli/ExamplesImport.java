package dev.dealcoach.service.cli;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleChange;
import dev.dealcoach.kb.ExampleFinder;
import dev.dealcoach.kb.IndexUpdate;
import dev.dealcoach.kb.json.ExampleJson;
import dev.dealcoach.kb.json.ExampleLine;
import dev.dealcoach.kb.lucene.IndexSettings;
import dev.dealcoach.kb.store.ExampleLibrary;
import dev.dealcoach.service.json.ExamplesJson;
import dev.dealcoach.service.json.ExamplesReport;
import dev.dealcoach.service.wording.Messages;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a file of examples into a library. What is good goes in; of the rest each line is told. */
final class ExamplesImport {
  private static final int LONGEST_LINE = 4 << 20;

  /** So many texts are embedded at a time, on all processors. */
  private static final int BATCH = 128;

  /** After so many batches what was taken is made safe. */
  private static final int BATCHES_A_COMMIT = 16;

  private final Path folder;
  private final IndexSettings settings;
  private final Messages messages;
  private final List<ExamplesReport.Rejected> rejected = new ArrayList<>();
  private long lines;
  private long imported;
  private long unchanged;

  ExamplesImport(Path folder, IndexSettings settings, Messages messages) {
    this.folder = folder;
    this.settings = settings;
    this.messages = messages;
  }

  int run(Path file, boolean asText, Console console) throws Exception {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new UnusableInput("examples.not-readable", file);
    }
    try (ExampleLibrary library = LibraryAccess.toWrite(folder, settings, messages, console);
        InputStream in = Files.newInputStream(file);
        JsonLines all = new JsonLines(in, LONGEST_LINE)) {
      IndexUpdate update;
      try (ExampleFinder before = LibraryAccess.toRead(folder, settings, messages, console)) {
        update = take(all, library, before);
      }
      if (update instanceof IndexUpdate.NotWritten(String detail)) {
        console.err().println("coach: " + messages.text("examples.not-written", detail));
        return 1;
      }
      ExamplesReport.Import done =
          new ExamplesReport.Import(
              1, lines, imported, unchanged, library.finder().size(), rejected);
      console.out().print(asText ? text(done) : ExamplesJson.of(done) + "\n");
    }
    return 0;
  }

  private IndexUpdate take(JsonLines all, ExampleLibrary library, ExampleFinder before)
      throws Exception {
    List<ExampleChange> batch = new ArrayList<>();
    Set<String> changed = new HashSet<>();
    int batches = 0;
    for (byte[] line = all.next(); line != null; line = all.next()) {
      lines++;
      switch (ExampleJson.read(line)) {
        case ExampleLine.Bad bad -> reject(all.number(), bad);
        case ExampleLine.Good(Example example) -> {
          imported++;
          if (!changed.contains(example.id())
              && before.find(example.id()).equals(Optional.of(example))) {
            unchanged++;
          } else {
            changed.add(example.id());
            batch.add(new ExampleChange.Put(example));
          }
        }
      }
      if (batch.size() == BATCH) {
        IndexUpdate update = library.apply(batch);
        batch.clear();
        if (update instanceof IndexUpdate.Applied && ++batches % BATCHES_A_COMMIT == 0) {
          update = library.commit();
        }
        if (update instanceof IndexUpdate.NotWritten) {
          return update;
        }
      }
    }
    IndexUpdate update = library.apply(batch);
    return update instanceof IndexUpdate.Applied ? library.commit() : update;
  }

  private void reject(long line, ExampleLine.Bad bad) {
    rejected.add(
        new ExamplesReport.Rejected(
            line,
            bad.fault().id(),
            bad.member().isEmpty() ? null : bad.member(),
            messages.text("examples.fault." + bad.fault().id(), bad.member())));
  }

  private String text(ExamplesReport.Import done) {
    StringBuilder out = new StringBuilder();
    out.append(
            messages.text(
                "examples.imported", done.imported(), done.unchanged(), done.rejected().size()))
        .append('\n');
    for (ExamplesReport.Rejected line : done.rejected()) {
      out.append(messages.text("examples.rejected", line.line(), line.message())).append('\n');
    }
    return out.toString();
  }
}
