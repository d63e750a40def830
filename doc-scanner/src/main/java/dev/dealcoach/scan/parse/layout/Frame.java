package dev.dealcoach.scan.parse.layout;

/**
 * How lines of one writing direction lie on the page. In a frame, {@code u} runs along the line and
 * {@code v} from line to line. Immutable.
 *
 * @param turn quarter turns clockwise of the writing direction: 0 upright, 1 running down (also
 *     vertical writing), 2 upside down, 3 running up
 * @param width of the page as seen, points
 * @param height of the page as seen, points
 */
public record Frame(int turn, float width, float height) {
  /** Along the line, from a place on the page. */
  public float u(float x, float y) {
    return switch (turn) {
      case 0 -> x;
      case 1 -> y;
      case 2 -> width - x;
      default -> height - y;
    };
  }

  /** From line to line, from a place on the page. */
  public float v(float x, float y) {
    return switch (turn) {
      case 0 -> y;
      case 1 -> width - x;
      case 2 -> height - y;
      default -> x;
    };
  }

  /** The page's x of a place in the frame. */
  public float x(float u, float v) {
    return switch (turn) {
      case 0 -> u;
      case 1 -> width - v;
      case 2 -> width - u;
      default -> v;
    };
  }

  /** The page's y of a place in the frame. */
  public float y(float u, float v) {
    return switch (turn) {
      case 0 -> v;
      case 1 -> u;
      case 2 -> height - v;
      default -> height - u;
    };
  }

  /** How far the frame reaches along the line. */
  public float length() {
    return turn % 2 == 0 ? width : height;
  }

  /** How far the frame reaches from line to line. */
  public float depth() {
    return turn % 2 == 0 ? height : width;
  }
}
