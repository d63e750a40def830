package dev.dealcoach.service.cli;

import java.util.List;
import java.util.Map;

/** One command of the program. Its help is the sentence {@code help.NAME} of the messages. */
interface Command {
  /** What the user types. */
  String name();

  /** Options with a value, and the values they take; none means any. */
  Map<String, List<String>> valuedOptions();

  /** Options without a value. */
  List<String> flags();

  /**
   * Runs it.
   *
   * @return the exit status
   * @throws UnusableInput if what the user gave cannot be used
   * @throws Exception for a failure of ours
   */
  int run(Arguments arguments, Console console) throws Exception;
}
