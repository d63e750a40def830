package dev.dealcoach.service.library;

import dev.dealcoach.kb.Example;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Fills an empty library with the examples that come with the program. */
public final class SampleLibrary {

  private SampleLibrary() {}

  /** Fills the library, unless it holds anything. */
  public static void load(LibraryStore library, Instant at) {
    if (library.empty()) {
      library.take(examples(at));
    }
  }

  /** The examples, Chinese ones first. */
  static List<NewExample> examples(Instant at) {
    List<NewExample> all = new ArrayList<>();
    for (String language : List.of("zh", "en")) {
      String path = "/dev/dealcoach/kb/library/" + language + ".jsonl";
      try (InputStream in = Example.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new IllegalStateException("the sample library is missing from the program");
        }
        for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
          all.add(example(line, at));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private static NewExample example(String line, Instant at) {
    return switch (LibraryLine.read(line.getBytes(StandardCharsets.UTF_8))) {
      case LibraryLine.Good good ->
          new NewExample(
              UUID.randomUUID(),
              good.name(),
              LibraryState.APPROVED,
              good.content(),
              null,
              null,
              "",
              null,
              null,
              Step.What.IMPORTED,
              at);
      case LibraryLine.Bad bad ->
          throw new IllegalStateException("a sample example is none: " + bad.member());
    };
  }
}
