package dev.dealcoach.nlp.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.nlp.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with an edited pack is said all at once, with file and line. */
class PackCheckTest {
  private static final RulePack STANDARD = RulePack.standard();
  private static final PackFiles FILES = PackFiles.of(List.of(PackSource.standard()));

  private static List<PackProblem> problems(String path, String from, String to) {
    String text = FILES.texts().get(path);
    assertThat(text).contains(from);
    return RulePackLoader.check(FILES.with(path, text.replaceFirst(quoted(from), to)), STANDARD);
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  @Test
  void aCopyOfTheStandardPackIsTheStandardPack() {
    assertThat(RulePackLoader.check(FILES, STANDARD)).isEmpty();
    RulePack copy = RulePackLoader.load(List.of(FILES));
    assertThat(copy.sha256()).isEqualTo(STANDARD.sha256());
    assertThat(copy.id()).isEqualTo("standard");
  }

  @Test
  void noPatternOfTheStandardPackIsTakenForASlowOne() {
    for (Cue cue : STANDARD.examples()) {
      List<Integer> lines = java.util.Collections.nCopies(100, cue.line());
      assertThat(new SelfTest(cue, lines, lines).problems()).isEmpty();
    }
  }

  @Test
  void everyProblemOfEveryFileIsNamedWithItsPlace() {
    PackFiles broken =
        FILES
            .with("rules-customer.yaml", "kind: rules\nentries:\n  - id: [\n")
            .with(
                "zh/macros-time.yaml",
                """
                kind: macros
                language: zh
                entries:
                  - id: own
                    why: Test.
                    pattern: '下周(一'
                    match:
                      - '下周一'
                    noMatch: ['今天']
                    colour: red
                """);
    assertThat(RulePackLoader.check(broken, STANDARD))
        .extracting(PackProblem::file, PackProblem::line, PackProblem::fault)
        .contains(
            org.assertj.core.groups.Tuple.tuple("rules-customer.yaml", 4, PackFault.NO_YAML),
            org.assertj.core.groups.Tuple.tuple("zh/macros-time.yaml", 4, PackFault.NO_PATTERN),
            org.assertj.core.groups.Tuple.tuple("zh/macros-time.yaml", 10, PackFault.UNKNOWN_NAME))
        .extracting(each -> each.toList().get(2))
        .doesNotContain(PackFault.LOST);
  }

  @Test
  void anEntryMustFindWhatItSaysAndNothingElse() {
    String more =
        """
          - id: own.test
            why: Test.
            patterns: ['停了?']
            match:
              - '停机'
              - '开机'
            noMatch:
              - '没有停'
        """;
    String text = FILES.texts().get("zh/grammar.yaml");
    List<PackProblem> problems =
        RulePackLoader.check(FILES.with("zh/grammar.yaml", text + more), STANDARD);
    int line = (int) text.lines().count();
    assertThat(problems)
        .extracting(PackProblem::toString)
        .containsExactly(
            "zh/grammar.yaml:" + (line + 1) + ": cue 'own.test' has no wording in en",
            "zh/grammar.yaml:" + (line + 6) + ": must find «开机»",
            "zh/grammar.yaml:" + (line + 8) + ": must not find «没有停»");
  }

  @Test
  void aPatternThatWouldHoldEverythingUpIsNoticed() {
    String more =
        """
          - id: own.slow
            why: Test.
            patterns: ['停.*.*.*.*.*机']
            match: ['停了机']
            noMatch: ['开']
        """;
    String text = FILES.texts().get("zh/grammar.yaml");
    assertThat(RulePackLoader.check(FILES.with("zh/grammar.yaml", text + more), STANDARD))
        .extracting(PackProblem::fault)
        .contains(PackFault.SLOW);
  }

  @Test
  void whatTheProgramAsksForCannotBeTakenAway() {
    assertThat(problems("rules-proposal.yaml", "id: pain-quote.missing", "id: pain-quote.gone"))
        .extracting(PackProblem::toString)
        .containsExactly("pack.yaml: 'pain-quote.missing' must be there: the program asks for it");
    assertThat(problems("pack.yaml", "  - rules-customer.yaml\n", ""))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.fault()).isEqualTo(PackFault.LOST));
  }

  @Test
  void packsOnTopOfEachOtherBecomeOne(@TempDir Path folder) throws Exception {
    Path own = Files.createDirectory(folder.resolve("acme"));
    Files.writeString(own.resolve("pack.yaml"), "id: acme\nfiles: [rules.yaml]\n");
    Files.writeString(
        own.resolve("rules.yaml"),
        """
        kind: rules
        entries:
          - id: pain-quote.missing
            severity: advice
            why: Ours.
            override: true
            zh: {message: 没有原话, advice: 补一句}
            en: {message: No quote, advice: Add one}
        """);
    List<PackSource> layers = List.of(PackSource.standard(), PackSource.folder(own));
    RulePack joint = RulePackLoader.load(layers);
    PackFiles files = PackFiles.of(layers);
    RulePack one = RulePackLoader.load(List.of(files));
    assertThat(files.texts()).containsKey("acme/rules.yaml");
    assertThat(one.id()).isEqualTo(joint.id()).isEqualTo("standard+acme");
    assertThat(one.rule("pain-quote.missing")).isEqualTo(joint.rule("pain-quote.missing"));
    assertThat(one.book(Language.ZH).ids()).isEqualTo(joint.book(Language.ZH).ids());
    assertThat(RulePackLoader.check(files, STANDARD)).isEmpty();
    Files.delete(own.resolve("rules.yaml"));
    assertThatThrownBy(() -> PackFiles.of(layers)).isInstanceOf(RulePackException.class);
  }

  @Test
  void detailsThatLookLikePlacesStayAsTheyAre() {
    assertThat(PackProblem.of("f", 1, PackFault.WORD_TWICE, "{2}", "list").message())
        .isEqualTo("'{2}' stands twice in word list 'list'");
  }
}
