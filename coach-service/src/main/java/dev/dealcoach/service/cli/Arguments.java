package dev.dealcoach.service.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command's words, sorted into operands and options. Options may stand anywhere, as {@code --name
 * value} or {@code --name=value}; after {@code --} everything is an operand. Immutable.
 */
final class Arguments {
  private final List<String> operands;
  private final Map<String, String> options;

  private Arguments(List<String> operands, Map<String, String> options) {
    this.operands = List.copyOf(operands);
    this.options = Map.copyOf(options);
  }

  /**
   * Sorts the words.
   *
   * @param valued names of the options that take a value, with the values they take; none means any
   * @param flags names of the options that take none
   * @throws UnusableInput if an option is unknown, stands twice, or its value is missing or wrong
   */
  static Arguments parse(List<String> words, Map<String, List<String>> valued, List<String> flags)
      throws UnusableInput {
    List<String> operands = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--")) {
        operands.addAll(words.subList(i + 1, words.size()));
        break;
      }
      if (!word.startsWith("-") || word.equals("-")) {
        operands.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      String value = "";
      if (valued.containsKey(name)) {
        if (equals < 0 && i + 1 == words.size()) {
          throw new UnusableInput("usage.value-missing", name);
        }
        value = equals < 0 ? words.get(++i) : word.substring(equals + 1);
        List<String> allowed = valued.get(name);
        if (!allowed.isEmpty() && !allowed.contains(value)) {
          throw new UnusableInput("usage.value-wrong", name, String.join("|", allowed), value);
        }
      } else if (!flags.contains(name) || equals >= 0) {
        throw new UnusableInput("usage.unknown-option", word);
      }
      if (options.put(name, value) != null) {
        throw new UnusableInput("usage.twice", name);
      }
    }
    return new Arguments(operands, options);
  }

  List<String> operands() {
    return operands;
  }

  /** The value of an option, empty if it was not given. */
  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** Whether an option was given. */
  boolean has(String name) {
    return options.containsKey(name);
  }
}
