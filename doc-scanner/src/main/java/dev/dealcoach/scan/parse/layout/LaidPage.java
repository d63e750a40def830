package dev.dealcoach.scan.parse.layout;

import java.util.List;

/**
 * A page after layout. Immutable.
 *
 * @param page from 1
 * @param width as seen, points
 * @param height as seen, points
 * @param items in reading order
 */
public record LaidPage(int page, float width, float height, List<Item> items) {
  public LaidPage {
    items = List.copyOf(items);
  }
}
