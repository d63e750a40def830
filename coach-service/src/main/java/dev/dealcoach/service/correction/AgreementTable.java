package dev.dealcoach.service.correction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How well machine and people agree, item by item. Immutable, pure.
 *
 * @param rows every item in the order of the pages
 */
public record AgreementTable(List<Row> rows) {
  public AgreementTable {
    rows = List.copyOf(rows);
  }

  /**
   * The agreement on an item.
   *
   * @param all from the last word on every version, blind or not
   * @param blind from blind words alone; who sees the machine's word tends to follow it
   * @param best the same as {@code all} between the best category and the others
   */
  public record Row(Item item, Agreement all, Agreement blind, Agreement best) {}

  private record Key(UUID version, Item item) {}

  /** The table of all that was said. */
  public static AgreementTable of(List<Said> said) {
    Map<Key, Said> last = new LinkedHashMap<>();
    for (Said each : said) {
      last.merge(
          new Key(each.version(), each.item()),
          each,
          // what was said in sight of the reasons is the last word
          (one, other) -> other.blind() ? one : other);
    }
    List<Row> rows = new ArrayList<>();
    for (Item item : Item.values()) {
      List<String> values = item.scale().grades();
      List<Said> all = last.values().stream().filter(each -> each.item() == item).toList();
      List<Said> blind = said.stream().filter(each -> each.item() == item && each.blind()).toList();
      String best = values.getFirst();
      rows.add(
          new Row(
              item,
              Agreement.of(all.stream().map(AgreementTable::pair).toList(), values),
              Agreement.of(blind.stream().map(AgreementTable::pair).toList(), values),
              Agreement.of(
                  all.stream()
                      .map(
                          each ->
                              new Agreement.Pair(
                                  best(each.machine(), best), best(each.given(), best)))
                      .toList(),
                  List.of(Scale.MET, Scale.NOT_MET))));
    }
    return new AgreementTable(rows);
  }

  private static String best(String value, String best) {
    return value.equals(best) ? Scale.MET : Scale.NOT_MET;
  }

  private static Agreement.Pair pair(Said said) {
    return new Agreement.Pair(said.machine(), said.given());
  }
}
