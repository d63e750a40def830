package dev.dealcoach.service.cli;

import dev.dealcoach.kb.ExampleFinder;
import dev.dealcoach.kb.IndexOpening;
import dev.dealcoach.kb.lucene.IndexSettings;
import dev.dealcoach.kb.store.ExampleLibrary;
import dev.dealcoach.kb.store.LibraryOpening;
import dev.dealcoach.service.wording.Messages;
import java.nio.file.Path;

/** Opens libraries and says on standard error what had to be repaired. Stateless. */
final class LibraryAccess {
  private LibraryAccess() {}

  /** A library for writing. */
  static ExampleLibrary toWrite(
      Path folder, IndexSettings settings, Messages messages, Console console)
      throws UnusableInput {
    return switch (ExampleLibrary.open(folder, settings)) {
      case LibraryOpening.InUse() -> throw new UnusableInput("examples.in-use", folder);
      case LibraryOpening.Unusable(String detail) ->
          throw new UnusableInput("examples.unusable", folder, detail);
      case LibraryOpening.Opened(var library, var repair, long lost) -> {
        switch (repair) {
          case NONE, CAUGHT_UP -> {}
          case BUILT -> tell(console, messages.text("examples.outdated", folder));
          case DAMAGED_INDEX, DAMAGED_LOG ->
              tell(console, messages.text("examples.damaged", folder));
        }
        if (lost > 0) {
          tell(console, messages.text("examples.lost", lost, folder));
        }
        yield library;
      }
    };
  }

  /** What finds a library's examples; one that is damaged is repaired first. */
  static ExampleFinder toRead(
      Path folder, IndexSettings settings, Messages messages, Console console)
      throws UnusableInput {
    return switch (ExampleLibrary.openToRead(folder, settings)) {
      case IndexOpening.Opened<ExampleFinder>(ExampleFinder finder) -> finder;
      case IndexOpening.Absent<ExampleFinder> _ ->
          throw new UnusableInput("examples.no-library", folder);
      case IndexOpening.InUse<ExampleFinder> _ ->
          throw new UnusableInput("examples.in-use", folder);
      case IndexOpening.Damaged<ExampleFinder> _, IndexOpening.Outdated<ExampleFinder> _ -> {
        toWrite(folder, settings, messages, console).close();
        yield ExampleLibrary.openToRead(folder, settings)
                instanceof IndexOpening.Opened<ExampleFinder>(ExampleFinder finder)
            ? finder
            : unusable(folder);
      }
    };
  }

  private static ExampleFinder unusable(Path folder) throws UnusableInput {
    throw new UnusableInput("examples.unusable", folder, "index");
  }

  private static void tell(Console console, String sentence) {
    console.err().println("coach: " + sentence);
  }
}
