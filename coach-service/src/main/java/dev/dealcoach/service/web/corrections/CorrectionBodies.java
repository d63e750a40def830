package dev.dealcoach.service.web.corrections;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.correction.Agreement;
import dev.dealcoach.service.correction.AgreementTable;
import dev.dealcoach.service.correction.Candidate;
import dev.dealcoach.service.correction.Correction;
import dev.dealcoach.service.correction.Dispute;
import dev.dealcoach.service.correction.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people say of scores as it stands in JSON. Instants are ISO 8601 in UTC. */
final class CorrectionBodies {
  private CorrectionBodies() {}

  /**
   * What a person said.
   *
   * @param kind {@code confirmed}, {@code overridden}, {@code blind} or {@code decided}
   * @param machine what the machine had said
   * @param author as it is shown; empty for trainers
   */
  record SaidBody(
      String kind, String machine, String value, String reason, String author, String at) {
    static SaidBody of(Correction correction) {
      return new SaidBody(
          correction.kind().id(),
          correction.machine(),
          correction.given(),
          correction.reason(),
          correction.authorName(),
          correction.at().toString());
    }
  }

  /**
   * A dispute about an item.
   *
   * @param state {@code open}, {@code upheld} or {@code changed}
   * @param fileName of what came with it; empty if nothing did
   */
  record ItemDispute(UUID id, String text, String state, String fileName, String at) {
    static ItemDispute of(Dispute dispute) {
      return new ItemDispute(
          dispute.id(),
          dispute.text(),
          dispute.state().id(),
          dispute.fileName(),
          dispute.at().toString());
    }
  }

  /**
   * What holds of an item.
   *
   * @param values that it can have, the best first
   * @param machine what the machine said
   * @param value what holds
   * @param said what people said, the earliest first
   * @param dispute null while nobody disputes it
   */
  record ItemBody(
      String item,
      List<String> values,
      String machine,
      String value,
      List<SaidBody> said,
      @Nullable ItemDispute dispute) {}

  /**
   * What holds of a contact or a proposal.
   *
   * @param kind {@code contact} or {@code review}
   * @param score what holds: 0 to 100, or 0 to 3; null while there is none
   * @param machineScore what the machine said, where a person corrected it; else null
   * @param mayJudge whether the viewer confirms and overrides
   * @param mayDispute whether it is the viewer's own work
   */
  record SheetBody(
      UUID id,
      String kind,
      @Nullable Integer score,
      @Nullable Integer machineScore,
      boolean mayJudge,
      boolean mayDispute,
      List<ItemBody> items) {}

  /**
   * What a manager says of an item.
   *
   * @param reason needed where something else holds afterwards
   */
  record JudgeBody(
      @JsonProperty @Nullable String item,
      @JsonProperty @Nullable String value,
      @JsonProperty @Nullable String reason) {}

  /**
   * Work that is judged blind.
   *
   * @param text the summary, or the proposal's text
   * @param statements what the customer had said, for a proposal
   * @param items what is asked, with the values that can be given
   */
  record BlindBody(
      UUID id,
      String kind,
      String text,
      List<String> statements,
      Map<String, List<String>> items) {}

  /** What a person says of all items, by their ids. */
  record BlindValues(@JsonProperty @Nullable Map<String, String> values) {}

  /** What somebody decides. */
  record DecisionBody(
      @JsonProperty @Nullable String value, @JsonProperty @Nullable String reason) {}

  /**
   * A dispute in a list.
   *
   * @param customer or file; empty for trainers, as is the rep
   */
  record DisputeLine(
      UUID id, String kind, String item, String state, String customer, String rep, String at) {}

  /**
   * A dispute with what it takes to decide it. For trainers names are masked, and what leads to
   * names is left out.
   *
   * @param customer or file
   * @param link page of the work
   * @param text why it is disputed
   * @param disputed what held
   * @param machine what the machine said
   * @param value what holds; null if the version has been overtaken
   * @param work the summary, or the proposal's text; empty if the version has been overtaken
   * @param statements what the customer had said, for a proposal
   * @param file whether something came with it
   * @param fileName empty for those who cannot have it
   * @param mayHandOver whether the viewer may leave it to the trainers
   */
  record DisputeBody(
      UUID id,
      String kind,
      String item,
      String state,
      String customer,
      String rep,
      String link,
      String text,
      String disputed,
      String machine,
      @Nullable String value,
      List<String> values,
      String work,
      List<String> statements,
      List<SaidBody> said,
      boolean file,
      String fileName,
      boolean mayDecide,
      boolean mayHandOver,
      String at,
      @Nullable String ended) {}

  /**
   * Work that waits for a manager.
   *
   * @param score null where it is to be judged blind
   * @param flags what speaks for gaming
   * @param link to the page on which it is judged
   */
  record QueueLine(
      UUID id,
      String kind,
      String name,
      String rep,
      String at,
      @Nullable Integer score,
      List<String> flags,
      String link) {
    static QueueLine of(Candidate each, boolean blind) {
      return new QueueLine(
          each.id(),
          each.kind().id(),
          each.name(),
          each.authorName(),
          each.at().toString(),
          blind ? null : each.score(),
          blind ? List.of() : Queue.flags(each.flags()),
          blind ? QueuePages.blind(each.kind(), each.id()) : each.link());
    }
  }

  /** What waits for a manager. */
  record QueueBody(
      List<DisputeLine> disputed,
      List<QueueLine> red,
      List<QueueLine> flagged,
      List<QueueLine> sampled) {}

  /**
   * How well machine and people agree.
   *
   * @param raw share of pairs in which both say the same, 0 to 1
   * @param warnings {@code few} under 30 pairs, {@code single} where only one category occurs
   */
  record AgreementBody(
      int count,
      @Nullable Double raw,
      @Nullable Double kappa,
      @Nullable Double ac1,
      List<String> warnings) {
    static AgreementBody of(Agreement agreement) {
      List<String> warnings = new ArrayList<>();
      if (agreement.few()) {
        warnings.add("few");
      }
      if (agreement.single()) {
        warnings.add("single");
      }
      return new AgreementBody(
          agreement.count(), agreement.raw(), agreement.kappa(), agreement.ac1(), warnings);
    }
  }

  /**
   * The agreement on an item.
   *
   * @param all from confirmations, overrides, decisions and blind words
   * @param blind from blind words alone
   * @param best the same as {@code all} between the best category and the others
   */
  record AgreementRow(String item, AgreementBody all, AgreementBody blind, AgreementBody best) {
    static AgreementRow of(AgreementTable.Row row) {
      return new AgreementRow(
          row.item().id(),
          AgreementBody.of(row.all()),
          AgreementBody.of(row.blind()),
          AgreementBody.of(row.best()));
    }
  }
}
