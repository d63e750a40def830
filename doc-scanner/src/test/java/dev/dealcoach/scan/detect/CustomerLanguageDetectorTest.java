package dev.dealcoach.scan.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.scan.eval.MarkdownBlocks;
import dev.dealcoach.scan.segment.Segmenter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerLanguageDetectorTest {
  private static final RulePack PACK = RulePack.standard();
  private static final CustomerLanguageDetector DETECTOR = new CustomerLanguageDetector(PACK);
  private static final String PAIN = "每天倒掉的毛肚黄喉少说三四百块，全进了泔水桶。";
  private static final String WISH = "最好店长晚上能在手机上看到建议数。";

  @Test
  void nothingSaidIsNoFigure() {
    assertThat(detect("## 方案\n\n每店装一套。")).isNull();
  }

  @Test
  void aQuotedPainIsAddressed() {
    CustomerLanguage found = detect("邱总说，每天倒掉的毛肚黄喉少说三四百块，全进了泔水桶。", PAIN);
    assertThat(found.statements()).containsExactly(new CustomerLanguage.Statement(0, true));
    assertThat(found.terms())
        .filteredOn(term -> term.text().equals("泔水") || term.text().equals("毛肚"))
        .isNotEmpty()
        .allMatch(CustomerLanguage.Term::used);
  }

  @Test
  void aCapabilityThatSpeaksToAWishAddressesIt() {
    CustomerLanguage found = detect("## 做法\n\n每晚十点，店长的手机收到一个建议数，改改就能交。", WISH);
    assertThat(found.statements()).containsExactly(new CustomerLanguage.Statement(0, true));
  }

  @Test
  void oneSharedWordDoesNotAddressAStatement() {
    CustomerLanguage found = detect("## 团队\n\n我们的店长培训课程深受好评。", PAIN, WISH);
    assertThat(found.statements()).noneMatch(CustomerLanguage.Statement::addressed);
  }

  @Test
  void courtesyBudgetAndQuestionsAreNoStatementsOfPainOrWish() {
    CustomerLanguage found = detect("## 方案\n\n每店装一套。", "谢谢你们带的茶叶。", "预算控制在十万以内。", "系统支持哪几种收银机？");
    assertThat(found.statements()).isEmpty();
  }

  @Test
  void termsAreTheirsAndTheWeightiestComeFirst() {
    CustomerLanguage found = detect("## 方案\n\n毛肚按销量备。", PAIN, WISH);
    assertThat(found.terms()).extracting(CustomerLanguage.Term::text).contains("毛肚", "手机");
    assertThat(found.terms())
        .extracting(CustomerLanguage.Term::text)
        .doesNotContain("每天", "我们", "最好", "的");
    assertThat(found.terms())
        .extracting(CustomerLanguage.Term::weight)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a))
        .allMatch(weight -> weight > 0);
  }

  @Test
  void aWordOfTheSameConceptCounts() {
    CustomerLanguage found = detect("## 现状\n\n备件要从外省发，维修等很久。", "配件还得从外地调，我们等不起。");
    assertThat(found.terms())
        .filteredOn(term -> term.text().equals("配件"))
        .singleElement()
        .matches(CustomerLanguage.Term::used);
  }

  @Test
  void englishTermsAreComparedByStem() {
    CustomerLanguage found =
        detect(
            "## What we do\n\nEach reading of the logger is sent while the pallet is on the road.",
            "By the time we read the loggers the pallets are rejected at the customer's dock.");
    assertThat(found.terms())
        .filteredOn(term -> term.text().equals("pallets") || term.text().equals("loggers"))
        .hasSize(2)
        .allMatch(CustomerLanguage.Term::used);
    assertThat(found.terms())
        .filteredOn(term -> term.text().equals("rejected"))
        .noneMatch(CustomerLanguage.Term::used);
  }

  private static CustomerLanguage detect(String markdown, String... statements) {
    return DETECTOR.detect(
        new Segmenter(PACK).segment(MarkdownBlocks.parse("p.md", markdown)), List.of(statements));
  }
}
