package dev.dealcoach.service.intake;

import dev.dealcoach.service.child.ChildSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the child processes run that read documents. */
public final class ReadingProcesses {
  /** A 1,000-page PDF needs 300 MiB; 200 MiB of file are held as a whole on top. */
  public static final int HEAP_MEBIBYTES = 768;

  private ReadingProcesses() {}

  /**
   * Settings for reading documents.
   *
   * @param processes most documents read at the same time
   * @param heapMebibytes heap of each process
   * @param temporary folder for temporary files
   */
  public static ChildSettings of(int processes, int heapMebibytes, Path temporary) {
    return ChildSettings.of(ParseTask.class, processes, heapMebibytes, temporary)
        .withFlags(startUpFlags());
  }

  /**
   * The archive of loaded classes that was made when the program was packaged; a JVM that cannot
   * use it starts without. {@code coach.record} is the folder in which packaging makes it. {@code
   * coach.single} says that one document is all there is to read: it is done before the second
   * compiler's work pays.
   */
  private static List<String> startUpFlags() {
    List<String> flags = new ArrayList<>();
    String record = System.getProperty("coach.record");
    Path archive = inHome("lib/reader.aot");
    if (record != null) {
      flags.add("-XX:AOTCacheOutput=" + Path.of(record, "reader.aot"));
    } else if (archive != null) {
      flags.add("-XX:AOTCache=" + archive);
    }
    if (Boolean.getBoolean("coach.single")) {
      flags.add("-XX:TieredStopAtLevel=1");
    }
    return flags;
  }

  private static @Nullable Path inHome(String name) {
    String home = System.getProperty("coach.home");
    Path file = home == null ? null : Path.of(home, name);
    return file != null && Files.isReadable(file) ? file : null;
  }
}
