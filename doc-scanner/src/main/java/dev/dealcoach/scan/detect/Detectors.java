package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;

/** All detectors, in the order in which they build on each other. Immutable, thread-safe. */
public final class Detectors {
  private final PainQuoteDetector painQuotes;
  private final EvidenceDetector evidence;
  private final ObjectionDetector objections;
  private final ClauseDetector clauses;
  private final SectionDetector sections;
  private final RivalDetector rivals;
  private final CustomerLanguageDetector customerLanguage;
  private final WeaknessDetector weaknesses;
  private final BorrowedVoiceDetector borrowedVoices;
  private final RivalWeaknessDetector rivalWeaknesses;

  private Detectors(
      RulePack pack,
      EvidenceDetector evidence,
      ObjectionDetector objections,
      ClauseDetector clauses) {
    this.painQuotes = new PainQuoteDetector(pack);
    this.evidence = evidence;
    this.objections = objections;
    this.clauses = clauses;
    this.sections = new SectionDetector();
    this.rivals = new RivalDetector(pack);
    this.customerLanguage = new CustomerLanguageDetector(pack);
    this.weaknesses = new WeaknessDetector();
    this.borrowedVoices = new BorrowedVoiceDetector();
    this.rivalWeaknesses = new RivalWeaknessDetector();
  }

  /** The detectors that the product uses. */
  public static Detectors standard(RulePack pack) {
    return new Detectors(
        pack,
        new EvidenceDetector(new EvidenceModel()),
        new ObjectionDetector(),
        new ClauseDetector(new ClauseModel()));
  }

  /** The same with another pack; the trained models, which are large, are in memory once. */
  public Detectors on(RulePack pack) {
    return new Detectors(pack, evidence, objections, clauses);
  }

  /**
   * Everything that is to be found.
   *
   * @param document segmented with the same rule pack
   * @param statements the customer's statements
   */
  public Detections detect(SegmentedDocument document, List<String> statements) {
    // those that need nothing from the others run beside them where there are processors to spare
    ForkJoinTask<List<Objection>> questions = beside(() -> objections.detect(document));
    ForkJoinTask<List<RivalPoint>> rivalPoints = beside(() -> rivals.detect(document, statements));
    ForkJoinTask<List<ClausePresence>> terms = beside(() -> clauses.detect(document));
    List<PainQuote> quotes = painQuotes.detect(document, statements);
    List<Evidence> evidenceFound = evidence.detect(document, quotes, statements);
    List<ClausePresence> clausesFound = terms.join();
    List<RivalPoint> points = rivalPoints.join();
    List<Objection> objectionsFound = questions.join();
    List<SectionPresence> sectionsFound =
        sections.detect(document, quotes, evidenceFound, objectionsFound, clausesFound);
    List<Weakness> weak = new ArrayList<>(weaknesses.detect(document, evidenceFound));
    weak.addAll(borrowedVoices.detect(document, statements));
    weak.addAll(rivalWeaknesses.detect(document, points));
    weak.sort(Comparator.comparing(Weakness::passage).thenComparing(Weakness::rule));
    return new Detections(
        quotes,
        evidenceFound,
        objectionsFound,
        sectionsFound,
        clausesFound,
        points,
        customerLanguage.detect(document, statements, quotes),
        weak);
  }

  private static <T> ForkJoinTask<T> beside(Callable<T> detector) {
    return ForkJoinTask.adapt(detector).fork();
  }
}
