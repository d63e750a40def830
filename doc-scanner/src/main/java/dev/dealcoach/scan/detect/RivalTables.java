package dev.dealcoach.scan.detect;

import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads comparison tables: each column of somebody else's is a point about a rival, answered when
 * the table or the text under it says what it means for the customer. Stateless.
 */
final class RivalTables {
  private RivalTables() {}

  /** The rivals' columns of all comparison tables. */
  static List<RivalRaise> columns(SegmentedDocument document) {
    TreeMap<Integer, List<ReadBlock>> tables = new TreeMap<>();
    for (ReadBlock block : document.blocks()) {
      CellPosition cell = block.block().cell();
      if (cell != null) {
        tables.computeIfAbsent(cell.table(), _ -> new ArrayList<>()).add(block);
      }
    }
    List<RivalRaise> raises = new ArrayList<>();
    tables.values().forEach(cells -> columns(document, cells, raises));
    return raises;
  }

  private static void columns(
      SegmentedDocument document, List<ReadBlock> cells, List<RivalRaise> raises) {
    int first = cells.getFirst().index();
    int last = cells.getLast().index();
    List<ReadBlock> header = cells.stream().filter(cell -> position(cell).row() == 0).toList();
    List<ReadBlock> brands =
        header.stream()
            .filter(cell -> position(cell).column() > 0)
            .filter(cell -> !is(cell, "rival.meaning-column"))
            .toList();
    boolean announced = announced(document, first);
    boolean named = brands.stream().anyMatch(cell -> is(cell, "rival.column"));
    boolean ours = brands.stream().anyMatch(cell -> is(cell, "rival.own-column"));
    if (brands.size() < 2 || !(announced || (named && ours))) {
      return;
    }
    ReadBlock own = own(document, brands);
    Section section = document.sectionOf(first);
    boolean meaning = header.size() > brands.size() + 1 || meaningCells(cells, header);
    for (ReadBlock brand : brands) {
      if (brand.index() != own.index()) {
        raises.add(
            new RivalRaise(
                Passage.of(brand.block(), 0, brand.text().length()),
                Set.of("rival.column"),
                Set.of(),
                meaning ? first : last + 1,
                Math.max(section.to(), last + 1)));
      }
    }
  }

  private static boolean meaningCells(List<ReadBlock> cells, List<ReadBlock> header) {
    return header.stream().anyMatch(cell -> is(cell, "rival.meaning-column"))
        || cells.stream().anyMatch(cell -> cell.cues().has("rival.consequence"));
  }

  /** Whether the heading or the paragraph above says that others are compared. */
  private static boolean announced(SegmentedDocument document, int firstCell) {
    Section section = document.sectionOf(firstCell);
    if (section.heading() != null
        && document.blocks().get(section.heading()).cues().has("rival.compare-heading")) {
      return true;
    }
    return firstCell > 0
        && document.blocks().get(firstCell - 1).block().cell() == null
        && document.blocks().get(firstCell - 1).text().length() < 60
        && document.blocks().get(firstCell - 1).cues().has("rival.compare-heading");
  }

  /** Our own column: the one that says so, else the name that the document speaks of most. */
  private static ReadBlock own(SegmentedDocument document, List<ReadBlock> brands) {
    for (ReadBlock brand : brands) {
      if (is(brand, "rival.own-column")) {
        return brand;
      }
    }
    ReadBlock best = brands.getFirst();
    long most = 0;
    for (ReadBlock brand : brands) {
      long count =
          document.blocks().stream()
              .filter(block -> block.block().cell() == null)
              .filter(block -> block.text().contains(brand.text()))
              .count();
      if (count > most && !is(brand, "rival.column")) {
        best = brand;
        most = count;
      }
    }
    return best;
  }

  private static boolean is(ReadBlock cell, String cue) {
    return cell.cues().has(cue);
  }

  private static CellPosition position(ReadBlock cell) {
    return java.util.Objects.requireNonNull(cell.block().cell());
  }
}
