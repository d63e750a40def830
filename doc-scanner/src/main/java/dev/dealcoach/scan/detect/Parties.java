package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is who in a document: the customer whom it addresses, and the other customers it tells of. A
 * site is met by its full name and known by its short one from then on. Immutable.
 */
final class Parties {
  private static final int OPENING_BLOCKS = 5;
  private static final int OPENING_LENGTH = 60;
  private static final int ADDRESS_LENGTH = 16;

  /** How much longer the same text is in Latin letters. */
  private static final int LATIN = 2;

  private static final int SHORT = 2;

  private final String opening;
  private final Set<String> known;
  private final Set<String> spokesmen;
  private final String titleName;

  private Parties(String opening, Set<String> known, Set<String> spokesmen) {
    this.opening = opening;
    this.titleName = titleName(opening);
    this.known = known;
    this.spokesmen = spokesmen;
  }

  /** The parties of a document. */
  static Parties of(SegmentedDocument document) {
    StringBuilder opening = new StringBuilder();
    boolean latin = document.document().language() == Language.EN;
    int longest = latin ? LATIN * OPENING_LENGTH : OPENING_LENGTH;
    int address = latin ? LATIN * ADDRESS_LENGTH : ADDRESS_LENGTH;
    for (ReadBlock block : document.blocks()) {
      boolean title = block.block().heading() && block.level() == 1;
      boolean early =
          block.index() < OPENING_BLOCKS
              && (block.index() == 0
                  || block.text().length() <= address
                  || block.cues().has("evidence.customer-name"))
              && block.text().length() <= longest;
      if (title || (early && block.block().cell() == null)) {
        opening.append(block.text()).append('\n');
      }
    }
    Parties start = new Parties(opening.toString(), Set.of(), Set.of());
    return start.read(document);
  }

  private Parties read(SegmentedDocument document) {
    Set<String> names = new TreeSet<>();
    Set<String> people = new TreeSet<>();
    StringBuilder before = new StringBuilder(opening);
    StringBuilder all = new StringBuilder();
    document.blocks().forEach(block -> all.append(block.text()).append('\n'));
    for (ReadBlock block : document.blocks()) {
      for (Span site : sites(block, block.whole())) {
        String name = bare(site.of(block.text()));
        for (String shortName : shortNames(name)) {
          boolean common = before.indexOf(shortName) >= 0 && !shortName.equals(name);
          if (!common && occursAgain(all, shortName)) {
            names.add(shortName);
          }
        }
      }
      for (Span sentence : block.heading() ? List.<Span>of() : block.sentences()) {
        if (!sites(block, sentence).isEmpty() || cases(document, block)) {
          for (Span person : block.cues().of("evidence.person", sentence)) {
            String name = person.of(block.text());
            if (before.indexOf(name) < 0) {
              people.add(name);
            }
          }
        }
      }
      before.append(block.text()).append('\n');
    }
    return new Parties(opening, names, people);
  }

  /** The two characters by which a Chinese title calls the customer; empty for other scripts. */
  private static String titleName(String opening) {
    int at = 0;
    while (at < opening.length() && "致给与关于对“《【".indexOf(opening.charAt(at)) >= 0) {
      at++;
    }
    int end = at;
    while (end < opening.length() && end < at + SHORT && Han.isHan(opening.charAt(end))) {
      end++;
    }
    return end == at + SHORT ? opening.substring(at, end) : "";
  }

  private static boolean cases(SegmentedDocument document, ReadBlock block) {
    Section section = document.sectionOf(block.index());
    return section.roles().contains(SectionRole.EVIDENCE_CASES);
  }

  private static boolean occursAgain(StringBuilder all, String name) {
    int first = all.indexOf(name);
    return first >= 0 && all.indexOf(name, first + name.length()) >= 0;
  }

  /** The name without what leads up to it: {@code the neighbouring}, {@code in …'s}. */
  private static String bare(String name) {
    int of = name.lastIndexOf('的');
    return of >= 0 && of < name.length() - SHORT ? name.substring(of + 1) : name;
  }

  /**
   * How a name may be shortened: Chinese firms go by two characters, those at the head or those
   * after the town; others by their first word.
   */
  private static List<String> shortNames(String name) {
    List<String> names = new ArrayList<>();
    if (name.isEmpty() || !Han.isHan(name.charAt(0))) {
      String first = name.split(" ", 2)[0];
      if (first.length() >= 4) {
        names.add(first);
      }
      return names;
    }
    if (name.length() <= 4) {
      names.add(name);
    }
    if (name.length() >= SHORT + 1) {
      names.add(name.substring(0, SHORT));
    }
    if (name.length() >= 3 * SHORT) {
      names.add(name.substring(SHORT, 2 * SHORT));
    }
    return names;
  }

  /** The names of other customers in a stretch: by the word they end with or by what they do. */
  List<Span> sites(ReadBlock block, Span within) {
    List<Span> sites = new ArrayList<>();
    for (String cue : List.of("evidence.site", "evidence.site-use")) {
      for (Span hit : block.cues().of(cue, within)) {
        boolean anonymous =
            block.cues().of("evidence.site-anonymous").stream().anyMatch(hit::overlaps);
        if (!anonymous && !own(bare(hit.of(block.text())))) {
          sites.add(hit);
        }
      }
    }
    return sites;
  }

  /** Whether a name is this customer's or the seller's, as the title or the address gives it. */
  boolean own(String name) {
    if (name.isEmpty() || !Han.isHan(name.charAt(0))) {
      return name.length() >= 4 && opening.contains(name);
    }
    return opening.contains(name)
        || (name.length() >= SHORT && opening.contains(name.substring(0, SHORT)));
  }

  /** Whether a stretch names the party that the title begins with, this customer or the seller. */
  boolean customer(String text) {
    return titleName.length() >= SHORT && text.contains(titleName);
  }

  /** Whether a stretch speaks of a site met elsewhere, by its short name. */
  boolean known(String text) {
    return known.stream().anyMatch(text::contains);
  }

  /** Whether a stretch names somebody met as a site's own. */
  boolean spokesman(String text) {
    return spokesmen.stream().anyMatch(text::contains);
  }

  /** Whether the document tells of any other customer so that "they" can mean one. */
  boolean any() {
    return !known.isEmpty() || !spokesmen.isEmpty();
  }
}
