package dev.dealcoach.speech.model;

/** Hears how far an installation is. Called on the installing thread, often. */
@FunctionalInterface
public interface InstallProgress {
  /** For those who do not want to know. */
  InstallProgress NONE = (_, _, _) -> {};

  /** The stages, in their order. */
  enum Stage {
    DOWNLOADING,
    CHECKING,
    UNPACKING,
    TRYING
  }

  /**
   * So far.
   *
   * @param done bytes of this stage
   * @param total bytes in all, 0 if not known
   */
  void at(Stage stage, long done, long total);
}
