package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.TableView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands around a block and bears on what it proves. Immutable.
 *
 * @param site whether a customer's name stands just before, in the same row, or over it
 * @param cases whether the place is announced as cases or references
 * @param customerSituation whether the place is announced as the customer's own state or problems
 * @param plan whether the place is announced as steps, next steps or prices, which prove nothing
 * @param pending whether the row or head says that proof is still to come
 * @param forecast whether the row or head says that the figures are targets
 * @param afterwards whether it is a cell under "after" in a table that has a "before"
 * @param serviceRow whether the row is about a fault, a call or another event of service
 */
record EvidenceSetting(
    boolean site,
    boolean cases,
    boolean customerSituation,
    boolean plan,
    boolean pending,
    boolean forecast,
    boolean afterwards,
    boolean serviceRow) {
  private static final int LABEL_LENGTH = 20;

  /** The setting of a block of a document. */
  static EvidenceSetting of(
      SegmentedDocument document,
      ReadBlock block,
      Map<Integer, TableView> tables,
      Parties parties) {
    Section section = document.sectionOf(block.index());
    Set<SectionRole> roles = section.roles();
    boolean cases = roles.contains(SectionRole.EVIDENCE_CASES);
    boolean situation =
        !cases
            && !roles.contains(SectionRole.SOLUTION)
            && (roles.contains(SectionRole.CUSTOMER_SITUATION)
                || roles.contains(SectionRole.PAIN_POINTS));
    boolean plan =
        !cases
            && (roles.contains(SectionRole.IMPLEMENTATION_PLAN)
                || roles.contains(SectionRole.NEXT_STEPS)
                || roles.equals(Set.of(SectionRole.PRICING))
                || roles.equals(Set.of(SectionRole.VALUE_ROI)));
    boolean site = false;
    boolean pending = false;
    boolean forecast = false;
    boolean afterwards = false;
    boolean serviceRow = false;
    if (section.heading() != null) {
      ReadBlock heading = document.blocks().get(section.heading());
      site = named(heading, parties);
      forecast = !cases && heading.cues().has("evidence.forecast-word");
    }
    if (block.block().cell() != null) {
      TableView table = tables.get(block.block().cell().table());
      ReadBlock head = table.headOver(block.block().cell().column());
      if (head != null && head.index() != block.index()) {
        cases |= head.cues().has("heading.evidence-cases");
        forecast |= head.cues().has("evidence.forecast");
        afterwards =
            head.cues().has("evidence.after-column") && headed(table, "evidence.before-column");
      }
      cases |= headed(table, "evidence.site-column");
      Map<Integer, List<ReadBlock>> row = table.rows().get(block.block().cell().row());
      for (Map.Entry<Integer, List<ReadBlock>> cell : row.entrySet()) {
        ReadBlock over = table.headOver(cell.getKey());
        boolean names =
            (over != null && over.cues().has("evidence.site-column"))
                || ((cases || afterwards) && cell.getKey() == 0);
        for (ReadBlock part : cell.getValue()) {
          boolean other = part.index() != block.index();
          site |= named(part, parties) || (names && other && proper(part, parties));
          pending |= part.cues().has("evidence.pending") && (!other || brief(part));
          serviceRow |= other && brief(part) && part.cues().has("evidence.sla-event");
          forecast |= other && part.cues().has("evidence.forecast") && brief(part);
        }
      }
    } else {
      for (int back = 1; back <= 2 && block.index() - back >= section.body(); back++) {
        ReadBlock before = document.blocks().get(block.index() - back);
        site |= cases && before.block().cell() == null && named(before, parties);
      }
    }
    return new EvidenceSetting(
        site, cases, situation, plan, pending, forecast, afterwards, serviceRow);
  }

  /** The names of what is so, for {@link EvidenceFeatures}. */
  List<String> facts() {
    List<String> facts = new ArrayList<>();
    if (site) {
      facts.add("in-site");
    }
    if (cases) {
      facts.add("in-cases");
    }
    if (customerSituation) {
      facts.add("in-situation");
    }
    if (plan) {
      facts.add("in-plan");
    }
    if (pending) {
      facts.add("in-pending");
    }
    if (forecast) {
      facts.add("in-forecast");
    }
    if (afterwards) {
      facts.add("in-afterwards");
    }
    if (serviceRow) {
      facts.add("in-service-row");
    }
    return facts;
  }

  private static boolean headed(TableView table, String cue) {
    return table.head().values().stream().anyMatch(cell -> cell.getFirst().cues().has(cue));
  }

  /** Latin letters take about twice the room. */
  private static boolean brief(ReadBlock block) {
    int longest = Han.count(block.text()) == 0 ? 2 * LABEL_LENGTH : LABEL_LENGTH;
    return block.text().length() <= longest;
  }

  /** A cell under "Customer" that holds a name, neither this customer's nor none at all. */
  private static boolean proper(ReadBlock block, Parties parties) {
    CueHits cues = block.cues();
    return brief(block)
        && !parties.own(block.text())
        && !cues.has("evidence.site-anonymous")
        && !cues.has("evidence.metric-label")
        && !cues.has("evidence.forecast");
  }

  private static boolean named(ReadBlock block, Parties parties) {
    return !parties.sites(block, new Span(0, block.text().length())).isEmpty()
        || block.cues().has("evidence.site-anaphor")
        || parties.known(block.text());
  }
}
