package dev.dealcoach.service;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the program, as its design describes it. */
@AnalyzeClasses(packages = "dev.dealcoach", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String NLP = "dev.dealcoach.nlp..";
  private static final String SCAN = "dev.dealcoach.scan..";
  private static final String SPEECH = "dev.dealcoach.speech..";
  private static final String KB = "dev.dealcoach.kb..";
  private static final String SERVICE = "dev.dealcoach.service..";

  private static final String PARSE = "dev.dealcoach.scan.parse..";
  private static final String SEGMENT = "dev.dealcoach.scan.segment..";
  private static final String DETECT = "dev.dealcoach.scan.detect..";
  private static final String SCORE = "dev.dealcoach.service.score..";
  private static final String COACH = "dev.dealcoach.service.coach..";
  private static final String REVIEW = "dev.dealcoach.service.review..";

  /** What runs without the world: same input, same output. */
  private static final String[] PURE = {
    "dev.dealcoach.nlp.text..",
    "dev.dealcoach.kb.rank..",
    "dev.dealcoach.kb.pick..",
    SEGMENT,
    DETECT,
    SCORE,
    COACH,
    REVIEW
  };

  @ArchTest
  static final ArchRule nlpAndSpeechStandOnNothingOfOurs =
      noClasses()
          .that(resideInAnyPackage(NLP, SPEECH).as("nlp-models and speech"))
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.dealcoach..")
                  .and(DescribedPredicate.not(resideInAnyPackage(NLP, SPEECH)))
                  .as("other modules"));

  @ArchTest
  static final ArchRule nlpDoesNotKnowSpeech =
      noClasses()
          .that()
          .resideInAPackage(NLP)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SPEECH);

  @ArchTest
  static final ArchRule speechDoesNotKnowNlp =
      noClasses()
          .that()
          .resideInAPackage(SPEECH)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(NLP);

  @ArchTest
  static final ArchRule recognitionDoesNotKnowWhereModelsComeFrom =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.dealcoach.speech.audio..",
              "dev.dealcoach.speech.transcript..",
              "dev.dealcoach.speech.vosk..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.dealcoach.speech.model..");

  @ArchTest
  static final ArchRule scannerAndKnowledgeBaseStandOnNlpAlone =
      noClasses()
          .that()
          .resideInAnyPackage(SCAN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPEECH, KB, SERVICE);

  @ArchTest
  static final ArchRule knowledgeBaseStandsOnNlpAlone =
      noClasses()
          .that()
          .resideInAPackage(KB)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPEECH, SCAN, SERVICE)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule parsingKnowsNothingOfLaterStages =
      noClasses()
          .that()
          .resideInAPackage(PARSE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SEGMENT, DETECT);

  @ArchTest
  static final ArchRule segmentingKnowsNothingOfDetection =
      noClasses()
          .that()
          .resideInAPackage(SEGMENT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(DETECT);

  @ArchTest
  static final ArchRule scoringKnowsNothingOfWording =
      noClasses()
          .that()
          .resideInAPackage(SCORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(COACH, REVIEW);

  @ArchTest
  static final ArchRule stagesDoNotKnowTheProgramAroundThem =
      noClasses()
          .that()
          .resideInAnyPackage(SCORE, COACH, REVIEW)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.dealcoach.service.child..",
              "dev.dealcoach.service.intake..",
              "dev.dealcoach.service.cli..",
              "dev.dealcoach.service.json..");

  @ArchTest
  static final ArchRule theCommandLineDoesNotLoadDropwizard =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.dealcoach.service.child..",
              "dev.dealcoach.service.intake..",
              "dev.dealcoach.service.cli..",
              "dev.dealcoach.service.examples..",
              "dev.dealcoach.service.json..",
              "dev.dealcoach.service.transcribe..",
              "dev.dealcoach.service.wording..",
              SCORE,
              COACH,
              REVIEW)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dropwizard..", "jakarta..", "org.eclipse.jetty..", "com.codahale..");

  @ArchTest
  static final ArchRule onlyTheServiceKnowsServerAndDatabase =
      noClasses()
          .that()
          .resideOutsideOfPackage(SERVICE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dropwizard..", "jakarta.ws.rs..", "java.sql..", "javax.sql..", "org.jdbi..");

  @ArchTest
  static final ArchRule pureCodeHasNoWorld =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat(
              // Lucene's in-memory analysers declare IOException; catching it touches no file
              resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.belongToAnyOf(
                              java.io.IOException.class, java.io.UncheckedIOException.class)))
                  .or(
                      JavaClass.Predicates.belongToAnyOf(
                          java.time.Clock.class,
                          java.util.Random.class,
                          java.util.random.RandomGenerator.class,
                          java.util.concurrent.ThreadLocalRandom.class,
                          java.util.UUID.class))
                  .as("files, network, clock or random"));

  @ArchTest
  static final ArchRule pureCodeReadsNoClock =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveNameMatching(".*(Utils?|Manager|Helper)(\\$.*)?")
          .orShould()
          .haveNameMatching(".*\\.(common|util|utils|helper|helpers|misc)\\..*");

  @ArchTest
  static final ArchRule noPackagesInCircles =
      SlicesRuleDefinition.slices().matching("dev.dealcoach.(*).(**)").should().beFreeOfCycles();

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    Set<Path> packages = new TreeSet<>();
    try (Stream<Path> modules = Files.list(Path.of("..").toRealPath())) {
      for (Path sources :
          modules.map(m -> m.resolve("src/main/java")).filter(Files::isDirectory).toList()) {
        try (Stream<Path> files = Files.walk(sources)) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .forEach(file -> packages.add(file.getParent()));
        }
      }
    }
    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            folder -> assertThat(folder.resolve("package-info.java")).content().contains("/**"));
  }

  /** Whole modules are there: an import that finds nothing would make every rule pass. */
  @ArchTest
  static void everyModuleIsLookedAt(JavaClasses all) {
    for (String module : new String[] {NLP, SCAN, SPEECH, KB, SERVICE}) {
      assertThat(all.that(resideInAPackage(module)).stream().count()).as(module).isPositive();
    }
  }
}
