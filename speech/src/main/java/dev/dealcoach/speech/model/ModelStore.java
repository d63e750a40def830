package dev.dealcoach.speech.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealcoach.speech.transcript.ModelStamp;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of installed models. A model is installed when its record {@code ID.json} stands
 * there, which names the directory with its files; writing the record anew is what takes another
 * version into use, at once and as a whole. Whoever asks gets what the records say now, so a model
 * that is installed while a service runs is found by it. Thread-safe.
 */
public final class ModelStore {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String RECORD = ".json";
  private static final int LARGEST_RECORD = 1 << 16;

  /** Stands in the names of models' directories between id and number, and in no id. */
  static final String MARK = "@";

  private static final Pattern DIRECTORY = Pattern.compile("([A-Za-z0-9._-]+)" + MARK + "\\d+");

  private final Path folder;

  /** The models in this folder, which need not exist. */
  public ModelStore(Path folder) {
    this.folder = folder;
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /**
   * All installed models, by id. Records that are none are passed over.
   *
   * @throws IOException if the folder cannot be read
   */
  public List<InstalledModel> installed() throws IOException {
    List<InstalledModel> models = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> records = Files.newDirectoryStream(folder, "*" + RECORD)) {
        for (Path record : records) {
          read(record).ifPresent(models::add);
        }
      }
    }
    models.sort(Comparator.comparing(InstalledModel::id));
    return models;
  }

  /** The installed model with this id. */
  public Optional<InstalledModel> find(String id) throws IOException {
    return ModelCatalogue.isId(id) ? read(folder.resolve(id + RECORD)) : Optional.empty();
  }

  private Optional<InstalledModel> read(Path record) throws IOException {
    if (!Files.isRegularFile(record) || Files.size(record) > LARGEST_RECORD) {
      return Optional.empty();
    }
    try {
      JsonNode node = JSON.readTree(Files.readAllBytes(record));
      String id = node.path("id").asText();
      if (!record.getFileName().toString().equals(id + RECORD)) {
        return Optional.empty();
      }
      String name = node.path("directory").asText();
      if (!DIRECTORY.matcher(name).matches()) {
        return Optional.empty();
      }
      return Optional.of(
          new InstalledModel(
              new ModelStamp(id, node.path("sha256").asText()),
              SpokenLanguage.ofCode(node.path("language").asText()),
              folder.resolve(name),
              node.path("bytes").asLong()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Takes a model into use, in place of the one with its id; its directory lies in the folder. */
  void use(InstalledModel model) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", model.id());
    node.put("language", model.language().code());
    node.put("directory", model.directory().getFileName().toString());
    node.put("sha256", model.stamp().sha256());
    node.put("bytes", model.bytes());
    Path part = folder.resolve(model.id() + RECORD + ".part");
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(node)));
      channel.force(true);
    }
    Files.move(part, folder.resolve(model.id() + RECORD), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes directories that no record names: what broken installations left. */
  void sweep() throws IOException {
    Set<Path> named =
        installed().stream().map(InstalledModel::directory).collect(Collectors.toSet());
    List<Path> left;
    try (Stream<Path> all = Files.list(folder)) {
      left =
          all.filter(Files::isDirectory)
              .filter(directory -> !named.contains(directory))
              .filter(d -> DIRECTORY.matcher(d.getFileName().toString()).matches())
              .toList();
    }
    for (Path directory : left) {
      delete(directory);
    }
  }

  /** Where downloads wait to be completed. */
  Path downloads() {
    return folder.resolve("downloads");
  }

  static void delete(Path directory) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(directory)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
