package dev.dealcoach.speech.vosk;

import com.sun.jna.Platform;
import dev.dealcoach.speech.vosk.UnusableModelException.Reason;
import org.vosk.LibVosk;
import org.vosk.LogLevel;

/**
 * libvosk itself, which JNA unpacks (26 MB) and loads once a process; {@code -Djna.tmpdir} says
 * where to.
 */
final class VoskLibrary {
  private static final String ENCODING = "jna.encoding";
  private static boolean loaded;

  private VoskLibrary() {}

  /**
   * Loads it unless that is done.
   *
   * @throws UnusableModelException if there is no libvosk for this machine: it exists for Linux
   *     with glibc, macOS and Windows on x86-64
   */
  static synchronized void load() throws UnusableModelException {
    if (loaded) {
      return;
    }
    if (Platform.isLinux() && !(Platform.isIntel() && Platform.is64Bit())) {
      throw new UnusableModelException(Reason.NO_ENGINE, "no libvosk for " + Platform.ARCH);
    }
    // JNA notes the encoding of texts when it binds a library; libvosk speaks UTF-8 everywhere
    String before = System.getProperty(ENCODING);
    System.setProperty(ENCODING, "UTF-8");
    try {
      LibVosk.setLogLevel(LogLevel.WARNINGS);
      loaded = true;
    } catch (LinkageError e) {
      throw new UnusableModelException(
          Reason.NO_ENGINE, "libvosk does not load: " + e.getClass().getSimpleName());
    } finally {
      if (before == null) {
        System.clearProperty(ENCODING);
      } else {
        System.setProperty(ENCODING, before);
      }
    }
  }
}
