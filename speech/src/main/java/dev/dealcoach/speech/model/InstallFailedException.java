package dev.dealcoach.speech.model;

import java.io.IOException;

/** Carries a failure from where it is found to the installer's border. */
final class InstallFailedException extends IOException {
  private final transient Installation.Failed failure;

  InstallFailedException(Installation.Code code, String detail) {
    super(code + " " + detail);
    this.failure = new Installation.Failed(code, detail);
  }

  Installation.Failed failure() {
    return failure;
  }
}
