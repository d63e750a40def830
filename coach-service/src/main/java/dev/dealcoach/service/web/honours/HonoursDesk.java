package dev.dealcoach.service.web.honours;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.figure.Improvement;
import dev.dealcoach.service.honours.Honours;
import dev.dealcoach.service.honours.HonoursBoard;
import dev.dealcoach.service.lesson.Flaw;
import dev.dealcoach.service.lesson.Submission;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.lesson.FlawWords;
import dev.dealcoach.service.web.lesson.Models;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts boards in words, for who may read what. Thread-safe. */
public final class HonoursDesk {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Honours honours;
  private final AccountStore accounts;
  private final ContactStore contacts;
  private final ProposalStore proposals;
  private final FlawWords flaws;
  private final Models models;
  private final Access access;
  private final Messages messages;

  public HonoursDesk(
      Honours honours,
      AccountStore accounts,
      ContactStore contacts,
      ProposalStore proposals,
      FlawWords flaws,
      Models models,
      Access access,
      Messages messages) {
    this.honours = honours;
    this.accounts = accounts;
    this.contacts = contacts;
    this.proposals = proposals;
    this.flaws = flaws;
    this.models = models;
    this.access = access;
    this.messages = messages;
  }

  /** The branches whose boards this person reads, by the name of their topmost team. */
  List<Team> branches(Viewer viewer) {
    return access.branches(viewer);
  }

  /** The month that is under way. */
  YearMonth thisMonth() {
    return honours.thisMonth();
  }

  /**
   * The month that is asked for.
   *
   * @param text ISO 8601; empty for the last month that is over
   * @throws BadRequestException if it is no month, or has not begun
   */
  YearMonth month(String text) {
    if (text.isBlank()) {
      return honours.thisMonth().minusMonths(1);
    }
    try {
      YearMonth month = YearMonth.parse(text.strip());
      if (month.isAfter(honours.thisMonth())) {
        throw new BadRequestException();
      }
      return month;
    } catch (DateTimeParseException e) {
      throw new BadRequestException(e);
    }
  }

  /**
   * The board of a branch's month.
   *
   * @throws NotFoundException if the viewer is not of this branch
   */
  BoardText board(Viewer viewer, UUID branch, YearMonth month, Language language) {
    Sight all = access.branch(viewer, branch).orElseThrow(NotFoundException::new);
    Team team =
        access.branches(viewer).stream()
            .filter(each -> each.id().equals(branch))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    HonoursBoard board = honours.of(all, month);
    Sight own = access.sight(viewer);
    Map<Flaw, Models.Model> shown = models.of(board.repeated(), language, month.atEndOfMonth());
    return new BoardText(
        team.name(),
        month.toString(),
        board.praised().stream().map(each -> praise(each, viewer, own, language)).toList(),
        board.repeated().stream().map(flaw -> repair(flaw, shown, language)).toList());
  }

  private BoardText.PraiseText praise(
      HonoursBoard.Praise praise, Viewer viewer, Sight own, Language language) {
    Improvement improvement = praise.improvement();
    return new BoardText.PraiseText(
        accounts.find(praise.account()).map(Account::name).orElse(""),
        (int) Math.round(100 * praise.rate()),
        messages
            .text(language, "honours.path." + improvement.kind().id())
            .replace("{before}", Integer.toString(improvement.occurrencesBefore()))
            .replace("{ofBefore}", Integer.toString(improvement.submissionsBefore()))
            .replace("{after}", Integer.toString(improvement.occurrences()))
            .replace("{of}", Integer.toString(improvement.submissions())),
        praise.steps().stream()
            .map(step -> step(step, improvement, viewer, own, language))
            .toList());
  }

  private BoardText.StepText step(
      HonoursBoard.Step step,
      Improvement improvement,
      Viewer viewer,
      Sight own,
      Language language) {
    Submission evidence = step.evidence();
    boolean seen =
        evidence.kind() == Improvement.Kind.CONTACT
            ? contacts.find(evidence.id(), own).isPresent()
            : proposals.find(evidence.id(), own).isPresent();
    return new BoardText.StepText(
        flaws.open(step.flaw(), language).name(),
        messages
            .text(language, "honours.change")
            .replace("{before}", Integer.toString(step.before()))
            .replace("{ofBefore}", Integer.toString(improvement.submissionsBefore()))
            .replace("{after}", Integer.toString(step.after()))
            .replace("{of}", Integer.toString(improvement.submissions())),
        seen ? evidence.link() : "",
        seen && evidence.kind() == Improvement.Kind.CONTACT
            ? sentence(viewer, evidence.id(), step.flaw().id(), language)
            : "");
  }

  /** What the rep wrote that covers the item; to show another's words is noted. */
  private String sentence(Viewer viewer, UUID contact, String item, Language language) {
    return access
        .contact(viewer, contact, "honours")
        .map(Contact::summary)
        .flatMap(summary -> contacts.report(summary, language))
        .map(report -> parsed(report).at("/items/" + item + "/evidence/0/text").asText(""))
        .orElse("");
  }

  private static JsonNode parsed(String report) {
    try {
      return JSON.readTree(report);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BoardText.RepairText repair(Flaw flaw, Map<Flaw, Models.Model> shown, Language language) {
    FlawWords.Words words = flaws.open(flaw, language);
    Models.Model model = shown.get(flaw);
    return new BoardText.RepairText(
        words.name(),
        flaw.kind().id(),
        words.advice(),
        model == null ? "" : model.text(),
        model == null ? "" : model.link(),
        model == null ? "" : model.why());
  }
}
