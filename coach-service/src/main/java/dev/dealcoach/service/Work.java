package dev.dealcoach.service;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.nlp.pack.Industry;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.AccountRules;
import dev.dealcoach.service.account.Admission;
import dev.dealcoach.service.account.Passwords;
import dev.dealcoach.service.annotate.AnnotatedCopies;
import dev.dealcoach.service.annotate.Note;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.store.JdbiAccounts;
import dev.dealcoach.service.store.JdbiApiTokens;
import dev.dealcoach.service.store.JdbiAuditLog;
import dev.dealcoach.service.store.JdbiDeals;
import dev.dealcoach.service.store.JdbiSessions;
import dev.dealcoach.service.store.JdbiTeams;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.WebLimits;
import dev.dealcoach.service.web.account.AccountResource;
import dev.dealcoach.service.web.account.AdminResource;
import dev.dealcoach.service.web.account.Gate;
import dev.dealcoach.service.web.account.SignInResource;
import dev.dealcoach.service.web.deals.DealPages;
import dev.dealcoach.service.web.deals.DealResource;
import dev.dealcoach.service.web.deals.Intake;
import dev.dealcoach.service.web.deals.StoredReviewResource;
import io.dropwizard.core.setup.Environment;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Puts together what needs accounts: signing in, deals, reviews that are kept, administration. */
final class Work {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private Work() {}

  /**
   * Adds the gate, resources and pages.
   *
   * @param sample whether to fill an empty database with the sample company and offer its accounts
   */
  static void run(
      Environment environment,
      Jdbi jdbi,
      ProposalStore proposals,
      Blobs blobs,
      AnnotatedCopies copies,
      AccountRules rules,
      WebLimits limits,
      List<Industry> industries,
      boolean sample,
      InstantSource clock) {
    JdbiAccounts accounts = new JdbiAccounts(jdbi);
    JdbiSessions sessions = new JdbiSessions(jdbi);
    JdbiApiTokens tokens = new JdbiApiTokens(jdbi);
    JdbiTeams teams = new JdbiTeams(jdbi);
    JdbiAuditLog audit = new JdbiAuditLog(jdbi);
    JdbiDeals deals = new JdbiDeals(jdbi);
    Passwords passwords = new Passwords();
    Messages messages = Messages.load();
    Pages pages = new Pages(messages, limits, industries);

    SampleCompany company =
        new SampleCompany(accounts, teams, deals, proposals, blobs, passwords, clock);
    if (sample) {
      company.load();
    }
    Access access = new Access(teams, deals, proposals, audit, clock);
    Admission admission = new Admission(accounts, sessions, tokens, audit, rules, passwords, clock);
    Intake intake = new Intake(blobs, deals, proposals, limits.fileBytes(), clock);

    List<Object> parts =
        List.of(
            new Gate(admission, access, messages),
            new SignInResource(admission, pages, sample ? company::accounts : List::of),
            new AccountResource(admission, tokens, access),
            new AdminResource(accounts, sessions, teams, audit, passwords, access, clock),
            new DealResource(deals, proposals, intake, access, messages, clock),
            new StoredReviewResource(proposals, blobs, copy(copies), access, messages),
            new DealPages(deals, proposals, access, pages, clock));
    parts.forEach(environment.jersey()::register);
  }

  private static StoredReviewResource.AnnotatedCopy copy(AnnotatedCopies copies) {
    return (original, type, notes, language, target) ->
        copies.write(
            original,
            Arrays.stream(DocumentType.values())
                .filter(each -> each.id().equals(type))
                .findFirst()
                .orElseThrow(),
            dev.dealcoach.service.wording.Messages.of(language).text("annotate.author"),
            JSON.readValue(notes, new TypeReference<List<Note>>() {}),
            target);
  }
}
