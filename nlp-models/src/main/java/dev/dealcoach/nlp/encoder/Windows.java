package dev.dealcoach.nlp.encoder;

import java.util.ArrayList;
import java.util.List;

/** Cuts long sequences into overlapping windows that the encoder can take. Stateless. */
final class Windows {
  /** Pieces a window; the encoder was trained on up to 400. */
  static final int LONGEST = 400;

  /** What two neighbours share, so that a clause near a cut is seen with what surrounds it. */
  static final int SHARED = 100;

  private Windows() {}

  /**
   * A stretch of pieces.
   *
   * @param from first piece
   * @param to one past the last
   */
  record Window(int from, int to) {}

  /** The windows over so many pieces, in order; the last is as long as the others if it can be. */
  static List<Window> over(int pieces) {
    List<Window> windows = new ArrayList<>();
    int from = 0;
    while (from + LONGEST < pieces) {
      windows.add(new Window(from, from + LONGEST));
      from += LONGEST - SHARED;
    }
    windows.add(new Window(Math.max(0, Math.min(from, pieces - LONGEST)), pieces));
    return windows;
  }

  /** Which window sees most of a stretch of pieces; the earliest of equals. */
  static int best(List<Window> windows, int from, int to) {
    int best = 0;
    int most = -1;
    for (int i = 0; i < windows.size(); i++) {
      Window w = windows.get(i);
      // a stretch seen whole is seen best from the window whose middle it is nearest to
      int seen = Math.min(to, w.to()) - Math.max(from, w.from());
      int margin = Math.min(from - w.from(), w.to() - to);
      int rank = seen * 2 * LONGEST + Math.clamp(margin, 0, LONGEST);
      if (rank > most) {
        most = rank;
        best = i;
      }
    }
    return best;
  }
}
