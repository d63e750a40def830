package dev.dealcoach.nlp.pack;

import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A pack whose files are in memory. Immutable.
 *
 * @param texts by path, with {@code /}; {@code pack.yaml} is one of them
 */
public record PackFiles(SortedMap<String, String> texts) implements PackSource {
  /** The file that lists the others. */
  public static final String LIST = "pack.yaml";

  public PackFiles {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /**
   * The files of packs that lie on top of each other, as one pack that says the same. One pack
   * alone keeps its files as they are, and its hash.
   *
   * @throws RulePackException if a list of files cannot be read, or a file in it
   */
  public static PackFiles of(List<PackSource> sources) {
    if (sources.size() == 1) {
      return new PackFiles(RulePackLoader.files(sources.getFirst()).texts());
    }
    TreeMap<String, String> texts = new TreeMap<>();
    List<String> ids = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (PackSource source : sources) {
      RulePackLoader.Listed listed = RulePackLoader.files(source);
      String folder = ids.isEmpty() ? "" : source.name() + "/";
      ids.add(listed.id());
      for (String path : listed.paths()) {
        paths.add(folder + path);
        texts.put(folder + path, listed.texts().get(path));
      }
    }
    texts.put(
        LIST,
        "id: "
            + String.join("+", ids)
            + "\nfiles:\n"
            + paths.stream().map(path -> "  - " + path + "\n").collect(Collectors.joining()));
    return new PackFiles(texts);
  }

  @Override
  public String name() {
    return "workspace";
  }

  @Override
  public String read(String path) throws NoSuchFileException {
    String text = texts.get(path);
    if (text == null) {
      throw new NoSuchFileException(path);
    }
    return text;
  }

  /** The same with another text in one file. */
  public PackFiles with(String path, String text) {
    TreeMap<String, String> changed = new TreeMap<>(texts);
    changed.put(path, text);
    return new PackFiles(changed);
  }
}
