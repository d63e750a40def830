package dev.dealcoach.service.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A folder that is filled with hostile files. Each has the answers that are right for it: error
 * codes, or {@code report}; an empty set means that any answer will do, as long as there is one.
 */
final class HostileFolder {
  static final String REPORT = "report";

  private final Path folder;
  private final Map<String, Set<String>> expected = new LinkedHashMap<>();

  HostileFolder(Path folder) {
    this.folder = folder;
  }

  /** What a file is made of. */
  interface Content {
    void write(OutputStream out) throws Exception;
  }

  /** The files' names with the answers that are right. */
  Map<String, Set<String>> expected() {
    return expected;
  }

  void add(String name, Content content, String... answers) throws Exception {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      content.write(out);
    }
    expect(name, answers);
  }

  void add(String name, byte[] content, String... answers) throws Exception {
    add(name, out -> out.write(content), answers);
  }

  void add(String name, String content, String... answers) throws Exception {
    add(name, content.getBytes(StandardCharsets.UTF_8), answers);
  }

  /** A name that stands for no file of its own. */
  void expect(String name, String... answers) {
    expected.put(name, Set.of(answers));
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /**
   * A good file cut off in the middle, and copies of it with bytes changed, the same every time.
   */
  void damaged(Path good) throws Exception {
    byte[] bytes = Files.readAllBytes(good);
    String name = good.getFileName().toString();
    String type = name.substring(name.lastIndexOf('.'));
    add("half" + type, Arrays.copyOf(bytes, bytes.length / 2));
    add("head" + type, Arrays.copyOf(bytes, 600));
    for (int seed = 1; seed <= 4; seed++) {
      java.util.Random random = new java.util.Random(seed);
      byte[] copy = bytes.clone();
      int changes = seed * seed * 8;
      for (int i = 0; i < changes; i++) {
        copy[random.nextInt(copy.length)] = (byte) random.nextInt();
      }
      add("changed-" + seed + type, copy);
    }
  }

  /** Links and folders in the place of files. */
  void notFiles() throws IOException {
    Files.createDirectory(path("folder.pdf"));
    expect("folder.pdf", "not-readable", "unsupported");
    expect("missing.docx", "not-readable");
    expect("../missing/../../x.pdf", "not-readable");
    expect("nul\0.pdf", "not-readable");
    for (String device : List.of("/dev/zero", "/dev/stdin", "/dev/tty")) {
      if (Files.exists(Path.of(device))) {
        expect(device, "not-readable", "unsupported", "empty");
      }
    }
    Path loop = path("loop.pdf");
    try {
      Files.createSymbolicLink(loop, loop.getFileName());
      expect("loop.pdf", "not-readable");
    } catch (UnsupportedOperationException e) {
      // a file system without links has no such loop
    }
  }
}
