package dev.dealcoach.nlp.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML mapping read with its lines; what does not fit goes to the list of problems. Not
 * thread-safe.
 */
final class YamlMap {
  private final String file;
  private final int line;
  private final List<PackProblem> problems;
  private final Map<String, Node> values = new LinkedHashMap<>();

  YamlMap(String file, Node node, List<PackProblem> problems) {
    this.file = file;
    this.problems = problems;
    this.line = line(node);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (values.put(key, tuple.getValueNode()) != null) {
          problem(line(tuple.getKeyNode()), PackFault.NAME_TWICE, key);
        }
      }
    } else {
      problem(line, PackFault.NO_MAPPING);
    }
  }

  static int line(Node node) {
    return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
  }

  int line() {
    return line;
  }

  void onlyKeys(Set<String> allowed) {
    values.forEach(
        (key, node) -> {
          if (!allowed.contains(key)) {
            problem(
                line(node), PackFault.UNKNOWN_NAME, key, String.join(", ", new TreeSet<>(allowed)));
          }
        });
  }

  String text(String key) {
    Node node = values.get(key);
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    problem(node == null ? line : line(node), PackFault.MISSING, key);
    return "";
  }

  String text(String key, String otherwise) {
    return values.containsKey(key) ? text(key) : otherwise;
  }

  List<String> texts(String key) {
    Node node = values.get(key);
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      problem(node == null ? line : line(node), PackFault.MISSING_LIST, key);
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      if (item instanceof ScalarNode scalar) {
        texts.add(scalar.getValue());
      } else {
        problem(line(item), PackFault.NO_TEXT, key);
      }
    }
    return texts;
  }

  /** The lines of the texts in a list, as {@link #texts} gives them. */
  List<Integer> lines(String key) {
    return values.get(key) instanceof SequenceNode sequence
        ? sequence.getValue().stream()
            .filter(ScalarNode.class::isInstance)
            .map(YamlMap::line)
            .toList()
        : List.of();
  }

  List<YamlMap> maps(String key) {
    Node node = values.get(key);
    if (!(node instanceof SequenceNode sequence)) {
      problem(node == null ? line : line(node), PackFault.MISSING_LIST, key);
      return List.of();
    }
    return sequence.getValue().stream().map(item -> new YamlMap(file, item, problems)).toList();
  }

  /** The mapping under a name; null, and a problem, if it is missing. */
  YamlMap map(String key) {
    Node node = values.get(key);
    if (node == null) {
      problem(line, PackFault.MISSING, key);
      return null;
    }
    return new YamlMap(file, node, problems);
  }

  /** The names, in the order of the file. */
  Set<String> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  void problem(int at, PackFault fault, String... details) {
    problems.add(PackProblem.of(file, at, fault, details));
  }
}
