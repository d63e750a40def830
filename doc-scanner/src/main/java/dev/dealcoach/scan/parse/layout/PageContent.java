package dev.dealcoach.scan.parse.layout;

import java.util.List;

/** What was drawn on one page. Mutable, used by one thread, reused from page to page. */
public final class PageContent {
  private int page;
  private float width;
  private float height;
  private final List<Glyphs> glyphs =
      List.of(new Glyphs(), new Glyphs(), new Glyphs(), new Glyphs());
  private final Rules rules = new Rules();

  /**
   * Begins a page.
   *
   * @param page from 1
   * @param width as seen, points
   * @param height as seen, points
   */
  public void begin(int page, float width, float height) {
    this.page = page;
    this.width = width;
    this.height = height;
    glyphs.forEach(Glyphs::clear);
    rules.clear();
  }

  /** Number of the page, from 1. */
  public int page() {
    return page;
  }

  /** Width as seen, points. */
  public float width() {
    return width;
  }

  /** Height as seen, points. */
  public float height() {
    return height;
  }

  /** The characters of one writing direction. */
  public Glyphs glyphs(int turn) {
    return glyphs.get(turn);
  }

  /** The ruling lines. */
  public Rules rules() {
    return rules;
  }

  /** The frame of one writing direction. */
  public Frame frame(int turn) {
    return new Frame(turn, width, height);
  }

  /** How many characters the page has. */
  public int count() {
    int count = 0;
    for (Glyphs g : glyphs) {
      count += g.count();
    }
    return count;
  }
}
