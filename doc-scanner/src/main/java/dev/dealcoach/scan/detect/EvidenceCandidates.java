package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.TableView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sentences of a document that may prove something, in reading order. Stateless. */
final class EvidenceCandidates {
  private EvidenceCandidates() {}

  static List<EvidenceCandidate> of(SegmentedDocument document, Parties parties) {
    Map<Integer, TableView> tables = new HashMap<>();
    TableView.of(document).forEach(table -> tables.put(table.number(), table));
    Language language = document.document().language();
    EvidenceJudge judge = new EvidenceJudge(parties);
    List<EvidenceCandidate> candidates = new ArrayList<>();
    for (ReadBlock block : document.blocks()) {
      if (!goesOn(document, block)) {
        judge.begin();
      }
      if (block.heading()) {
        continue;
      }
      EvidenceSetting setting = EvidenceSetting.of(document, block, tables, parties);
      List<Span> sentences = block.sentences();
      for (int i = 0; i < sentences.size(); i++) {
        Span sentence = sentences.get(i);
        Evidence.Kind kind = judge.judge(block, sentence, setting);
        int who = judge.spokenOf();
        if (kind == null && i + 1 < sentences.size() && semicolon(block, sentence)) {
          kind = judge.together(block, sentence, sentences.get(i + 1), setting);
          sentence = kind == null ? sentence : new Span(sentence.start(), sentences.get(++i).end());
        }
        List<String> features = EvidenceFeatures.of(block, sentence, setting, who, kind, language);
        List<String> place = places(document, block);
        features.addAll(place);
        List<String> joined = List.of();
        if (i + 1 < sentences.size() && semicolon(block, sentence)) {
          Span both = new Span(sentence.start(), sentences.get(i + 1).end());
          joined = EvidenceFeatures.of(block, both, setting, who, kind, language);
          joined.addAll(place);
        }
        candidates.add(new EvidenceCandidate(block, i, sentence, kind, features, joined));
      }
    }
    return candidates;
  }

  /** Whether a block is a cell of the table that the block before it belongs to. */
  private static boolean goesOn(SegmentedDocument document, ReadBlock block) {
    if (block.index() == 0 || block.block().cell() == null) {
      return false;
    }
    CellPosition before = document.blocks().get(block.index() - 1).block().cell();
    return before != null && before.table() == block.block().cell().table();
  }

  private static List<String> places(SegmentedDocument document, ReadBlock block) {
    return document.sectionOf(block.index()).roles().stream()
        .map(role -> "under=" + role.id())
        .sorted()
        .toList();
  }

  private static boolean semicolon(ReadBlock block, Span sentence) {
    return block.text().charAt(sentence.end() - 1) == ';'
        || block.text().charAt(sentence.end() - 1) == '；';
  }
}
