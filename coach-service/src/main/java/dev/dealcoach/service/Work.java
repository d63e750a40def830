package dev.dealcoach.service;

import com.codahale.metrics.health.HealthCheck;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.AccountRules;
import dev.dealcoach.service.account.Admission;
import dev.dealcoach.service.account.Passwords;
import dev.dealcoach.service.admin.Administration;
import dev.dealcoach.service.admin.Operations;
import dev.dealcoach.service.annotate.AnnotatedCopies;
import dev.dealcoach.service.annotate.Note;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.contact.Summaries;
import dev.dealcoach.service.discovery.Discovery;
import dev.dealcoach.service.figure.Figures;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.ReviewBacklog;
import dev.dealcoach.service.recording.RecordingBacklog;
import dev.dealcoach.service.retrieval.LibraryIndex;
import dev.dealcoach.service.store.JdbiAccounts;
import dev.dealcoach.service.store.JdbiApiTokens;
import dev.dealcoach.service.store.JdbiAuditLog;
import dev.dealcoach.service.store.JdbiContacts;
import dev.dealcoach.service.store.JdbiDeals;
import dev.dealcoach.service.store.JdbiErasure;
import dev.dealcoach.service.store.JdbiInventory;
import dev.dealcoach.service.store.JdbiNotices;
import dev.dealcoach.service.store.JdbiReplays;
import dev.dealcoach.service.store.JdbiSessions;
import dev.dealcoach.service.store.JdbiSettings;
import dev.dealcoach.service.store.JdbiSpeakers;
import dev.dealcoach.service.store.JdbiTasks;
import dev.dealcoach.service.store.JdbiTeams;
import dev.dealcoach.service.web.ErrorPages;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.WebLimits;
import dev.dealcoach.service.web.account.AccountPages;
import dev.dealcoach.service.web.account.AccountResource;
import dev.dealcoach.service.web.account.AdminResource;
import dev.dealcoach.service.web.account.Gate;
import dev.dealcoach.service.web.account.SignInResource;
import dev.dealcoach.service.web.admin.AuditPages;
import dev.dealcoach.service.web.admin.OperationsPages;
import dev.dealcoach.service.web.admin.OperationsResource;
import dev.dealcoach.service.web.admin.SettingPages;
import dev.dealcoach.service.web.admin.TeamTreePages;
import dev.dealcoach.service.web.admin.UserPages;
import dev.dealcoach.service.web.compare.ComparePages;
import dev.dealcoach.service.web.compare.CompareResource;
import dev.dealcoach.service.web.compare.Versions;
import dev.dealcoach.service.web.contacts.ContactPages;
import dev.dealcoach.service.web.contacts.ContactResource;
import dev.dealcoach.service.web.contacts.DealContactResource;
import dev.dealcoach.service.web.contacts.Writing;
import dev.dealcoach.service.web.day.Day;
import dev.dealcoach.service.web.day.DayResource;
import dev.dealcoach.service.web.day.History;
import dev.dealcoach.service.web.deals.DealPages;
import dev.dealcoach.service.web.deals.DealResource;
import dev.dealcoach.service.web.deals.Intake;
import dev.dealcoach.service.web.deals.StoredReviewResource;
import dev.dealcoach.service.web.imports.ImportPages;
import dev.dealcoach.service.web.imports.ImportResource;
import dev.dealcoach.service.web.imports.MailResource;
import dev.dealcoach.service.web.notices.NoticePages;
import dev.dealcoach.service.web.notices.NoticeResource;
import dev.dealcoach.service.web.operation.Rates;
import dev.dealcoach.service.web.tasks.TaskDesk;
import io.dropwizard.core.setup.Environment;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Puts together what needs accounts: signing in, deals, reviews that are kept, administration. */
final class Work {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private Work() {}

  /**
   * Adds the gate, resources and pages.
   *
   * @param packs has the rule pack that judges
   * @param sample whether to fill an empty database with the sample company and offer its accounts
   * @param spoken adds what needs speech
   * @param alerts how people are told what needs them
   */
  static void run(
      Environment environment,
      Jdbi jdbi,
      DataSource source,
      ProposalStore proposals,
      ReviewBacklog backlog,
      Blobs blobs,
      Path files,
      Path data,
      AnnotatedCopies copies,
      AccountRules rules,
      Rates rates,
      WebLimits limits,
      PackParts packs,
      LibraryIndex library,
      Figures figures,
      boolean sample,
      SpokenWork spoken,
      AlertsConfiguration alerts,
      InstantSource clock) {
    JdbiAccounts accounts = new JdbiAccounts(jdbi);
    JdbiSessions sessions = new JdbiSessions(jdbi);
    JdbiApiTokens tokens = new JdbiApiTokens(jdbi);
    JdbiTeams teams = new JdbiTeams(jdbi);
    JdbiAuditLog audit = new JdbiAuditLog(jdbi);
    JdbiDeals deals = new JdbiDeals(jdbi);
    JdbiContacts contacts = new JdbiContacts(jdbi);
    Summaries summaries = new Summaries(contacts, new DiscoveryJudge(packs.inForce()));
    Discovery discovery = packs.inForce().discovery();
    Passwords passwords = new Passwords();
    Messages messages = Messages.load();
    Pages pages = new Pages(messages, limits, () -> packs.inForce().discovery().industries());

    JdbiTasks tasks = new JdbiTasks(jdbi);
    SampleCompany company =
        new SampleCompany(
            accounts,
            teams,
            deals,
            proposals,
            contacts,
            tasks,
            new JdbiReplays(jdbi),
            spoken.recordings(jdbi),
            summaries,
            blobs,
            passwords,
            clock);
    if (sample) {
      company.load();
      BackgroundWork.manage(environment.lifecycle(), new SampleSummaries(company));
    }
    Access access = new Access(teams, deals, proposals, contacts, audit, clock);
    Admission admission = new Admission(accounts, sessions, tokens, audit, rules, passwords, clock);
    TaskDesk taskDesk = new TaskDesk(tasks, accounts, teams, access, figures::calendar, clock);
    Versions versions = new Versions(proposals, access);
    Day day = new Day(deals, proposals, contacts, tasks, figures.calendar().zone());
    History history = new History(proposals, contacts, figures.calendar().zone());
    JdbiNotices notices = new JdbiNotices(jdbi);
    Writing writing = new Writing(summaries, limits, messages);
    Intake intake = new Intake(blobs, deals, proposals, limits.fileBytes(), clock);

    Administration administration =
        new Administration(accounts, sessions, teams, passwords, access, clock);
    JdbiSettings settings = new JdbiSettings(jdbi);
    RecordingBacklog recordings = spoken.backlog(jdbi);
    Operations operations =
        new Operations(backlog, recordings, new JdbiInventory(jdbi), files, data, access, clock);
    Supplier<SortedMap<String, HealthCheck.Result>> health =
        environment.healthChecks()::runHealthChecks;

    List<Object> parts =
        List.of(
            new Gate(admission, access, messages, new ErrorPages(pages)),
            new SignInResource(admission, pages, sample ? company::accounts : List::of),
            new AccountResource(admission, tokens, access, messages),
            new AccountPages(
                admission, tokens, teams, new JdbiSpeakers(jdbi), access, pages, clock),
            new AdminResource(accounts, teams, audit, administration),
            new UserPages(
                accounts, teams, administration, new JdbiErasure(jdbi, blobs), pages, clock),
            new SettingPages(settings, accounts, access, pages, clock),
            new TeamTreePages(accounts, teams, administration, pages, clock),
            new OperationsPages(operations, accounts, health, pages),
            new OperationsResource(operations),
            new AuditPages(audit, accounts, pages),
            new DealResource(deals, proposals, intake, access, messages, clock),
            new StoredReviewResource(proposals, blobs, copy(copies), access, messages),
            new DealPages(deals, proposals, contacts, taskDesk, access, pages, clock),
            new DealContactResource(contacts, writing, access, messages, clock),
            new ContactResource(contacts, deals, writing, access, messages, clock),
            new ContactPages(contacts, taskDesk, figures.lights().discoveryRed(), access, pages),
            new CompareResource(versions),
            new ComparePages(versions, pages),
            new DayResource(day, history, clock),
            new NoticeResource(notices, clock),
            new NoticePages(notices, pages, clock),
            new ImportResource(deals, messages, clock),
            new ImportPages(pages),
            new MailResource(deals, access, messages, clock));
    parts.forEach(environment.jersey()::register);
    spoken
        .run(environment, jdbi, blobs, contacts, deals, summaries, access, pages, messages)
        .forEach(environment.jersey()::register);
    LibraryParts.of(
            jdbi,
            library,
            discovery.industryNames(),
            accounts,
            deals,
            proposals,
            contacts,
            access,
            messages,
            pages,
            sample,
            clock)
        .forEach(environment.jersey()::register);
    Foundation foundation =
        new Foundation(
            environment,
            jdbi,
            source,
            blobs,
            accounts,
            teams,
            deals,
            proposals,
            contacts,
            notices,
            settings,
            audit,
            access,
            library,
            figures,
            discovery.industryNames(),
            messages,
            pages,
            clock);
    FigureParts.of(foundation, discovery).forEach(environment.jersey()::register);
    CorrectionParts.of(foundation).forEach(environment.jersey()::register);
    AlertParts.of(foundation, alerts, discovery::wording, day, history)
        .forEach(environment.jersey()::register);
    LearningParts.of(foundation, discovery, taskDesk).forEach(environment.jersey()::register);
    packs.of(foundation, backlog).forEach(environment.jersey()::register);
    Operation.run(
        environment, jdbi, blobs, recordings, admission, access, audit, messages, rates, clock);
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
