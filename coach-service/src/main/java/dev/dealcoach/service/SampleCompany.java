package dev.dealcoach.service;

import dev.dealcoach.service.SampleData.Assigned;
import dev.dealcoach.service.SampleData.Belonging;
import dev.dealcoach.service.SampleData.Drawn;
import dev.dealcoach.service.SampleData.HandedIn;
import dev.dealcoach.service.SampleData.Held;
import dev.dealcoach.service.SampleData.Person;
import dev.dealcoach.service.SampleData.Said;
import dev.dealcoach.service.SampleData.SampleDeal;
import dev.dealcoach.service.SampleData.Unit;
import dev.dealcoach.service.account.Passwords;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.contact.NewContact;
import dev.dealcoach.service.contact.Summaries;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealEdit;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.recording.NewRecording;
import dev.dealcoach.service.recording.RecordingStore;
import dev.dealcoach.service.recording.RecordingWork;
import dev.dealcoach.service.recording.SpokenIn;
import dev.dealcoach.service.replay.Draw;
import dev.dealcoach.service.replay.ReplayStore;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.task.NewTask;
import dev.dealcoach.service.task.Task;
import dev.dealcoach.service.task.TaskSource;
import dev.dealcoach.service.task.TaskStore;
import dev.dealcoach.service.web.account.SignInResource.SampleAccount;
import dev.dealcoach.speech.audio.Sound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An invented company to try the program with: teams, their people, deals, contacts and reviews of
 * the last weeks. Its summaries are judged like any other; its recording was transcribed before, so
 * that it can be heard and read where no speech model is installed.
 */
final class SampleCompany {
  /** No secret: the sign-in page shows it. Never used where a real account exists. */
  private static final String PASSWORD = "try-dealcoach";

  private static final long LARGEST = 1L << 20;

  /** How the recording sounds: its loudest tenth of a second. It is compared with no other. */
  private static final Sound SOUND = new Sound(-16, "");

  private final AccountStore accounts;
  private final TeamStore teams;
  private final DealStore deals;
  private final ProposalStore proposals;
  private final ContactStore contacts;
  private final TaskStore tasks;
  private final ReplayStore replays;
  private final RecordingStore recordings;
  private final Summaries summaries;
  private final Blobs blobs;
  private final Passwords passwords;
  private final InstantSource clock;
  private final SampleData data = SampleData.load();

  SampleCompany(
      AccountStore accounts,
      TeamStore teams,
      DealStore deals,
      ProposalStore proposals,
      ContactStore contacts,
      TaskStore tasks,
      ReplayStore replays,
      RecordingStore recordings,
      Summaries summaries,
      Blobs blobs,
      Passwords passwords,
      InstantSource clock) {
    this.accounts = accounts;
    this.teams = teams;
    this.deals = deals;
    this.proposals = proposals;
    this.contacts = contacts;
    this.tasks = tasks;
    this.replays = replays;
    this.recordings = recordings;
    this.summaries = summaries;
    this.blobs = blobs;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** The accounts that can be tried, as long as the sample company is what is in the database. */
  List<SampleAccount> accounts() {
    return data.people().stream()
        .filter(
            person ->
                accounts
                    .bySignIn(person.signIn())
                    .filter(account -> account.active() && account.name().equals(person.name()))
                    .isPresent())
        .map(person -> new SampleAccount(person.signIn(), person.name(), person.role(), PASSWORD))
        .toList();
  }

  /** Fills the database, unless it has accounts already. */
  void load() {
    if (!accounts.all().isEmpty()) {
      return;
    }
    Filling filling = new Filling(clock.instant());
    filling.people();
    data.deals().forEach(filling::deal);
    data.tasks().forEach(filling::task);
    data.replays().forEach(filling::replay);
  }

  /**
   * Writes the summaries of contacts that have none yet, the earliest first; ends early when the
   * thread is interrupted. Takes its time, because they are judged like any other.
   */
  void summarise() {
    for (Person person : data.people()) {
      UUID author = accounts.bySignIn(person.signIn()).map(Account::id).orElse(null);
      if (author == null) {
        continue;
      }
      Sight own = new Sight(author, Set.of());
      for (Contact contact : contacts.of(author, own, Instant.EPOCH, clock.instant())) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        if (contact.summary() == null) {
          summarise(contact);
        }
      }
    }
  }

  private void summarise(Contact contact) {
    for (SampleDeal deal : data.deals()) {
      for (Held held : deal.contacts()) {
        if (deal.customer().equals(contact.customerName())
            && held.people().equals(contact.people())
            && held.kind().equals(contact.kind().id())) {
          contacts.summarise(
              contact.id(),
              summaries.judged(
                  held.words(), deal.industry(), contact.author(), contact.id(), contact.held()),
              null);
          return;
        }
      }
    }
  }

  /** One time of filling the database. */
  private final class Filling {
    private final Instant now;
    private final Map<String, UUID> ids = new HashMap<>();

    Filling(Instant now) {
      this.now = now;
    }

    private Instant before(int days) {
      return now.minus(Duration.ofDays(days));
    }

    private LocalDate day(int daysBefore) {
      return LocalDate.ofInstant(before(daysBefore), ZoneOffset.UTC);
    }

    private UUID id(String name) {
      UUID id = ids.get(name);
      if (id == null) {
        throw new IllegalStateException(name + " is not in the sample company");
      }
      return id;
    }

    void people() {
      Instant joined = before(data.members().stream().mapToInt(Belonging::since).max().orElse(0));
      String hash = passwords.hash(PASSWORD);
      for (Person person : data.people()) {
        UUID id = UUID.randomUUID();
        ids.put(person.signIn(), id);
        Role role = Role.ofId(person.role()).orElseThrow();
        accounts.add(new Account(id, person.signIn(), person.name(), role, true, joined), hash);
      }
      for (Unit unit : data.teams()) {
        UUID id = UUID.randomUUID();
        ids.put(unit.name(), id);
        teams.add(new Team(id, unit.name(), unit.parent() == null ? null : id(unit.parent())));
      }
      for (Belonging each : data.members()) {
        Instant until = each.until() == null ? null : before(each.until());
        teams.join(
            new Membership(
                UUID.randomUUID(),
                id(each.who()),
                id(each.team()),
                each.leads(),
                before(each.since()),
                until));
      }
    }

    void deal(SampleDeal deal) {
      UUID owner = id(deal.owner());
      NewDeal added =
          new NewDeal(
              deal.customer(),
              deal.industry(),
              owner,
              deal.title(),
              deal.product(),
              Deal.Stage.LEAD,
              day(deal.firstContact()),
              before(deal.age()));
      UUID id = made(deals.add(added, null));
      deal.statements().forEach(said -> say(id, owner, said));
      deal.contacts().forEach(held -> contact(id, owner, held));
      deal.proposals().forEach(file -> proposal(id, owner, file));
      Instant last = before(deal.contacts().stream().mapToInt(Held::age).min().orElse(deal.age()));
      deals.change(
          id,
          new DealEdit(
              deal.customer(),
              deal.industry(),
              deal.title(),
              deal.product(),
              Deal.Stage.ofId(deal.stage()).orElseThrow(),
              Deal.Outcome.ofId(deal.outcome()).orElseThrow(),
              day(deal.firstContact()),
              day(deal.firstQuote()),
              last));
    }

    private @Nullable LocalDate day(@Nullable Integer daysBefore) {
      return daysBefore == null ? null : day(daysBefore.intValue());
    }

    private void say(UUID deal, UUID author, Said said) {
      deals.say(
          List.of(
              new Statement(
                  UUID.randomUUID(),
                  deal,
                  author,
                  Statement.Source.TYPED,
                  said.text(),
                  before(said.age()))),
          null);
    }

    private void contact(UUID deal, UUID author, Held held) {
      Instant at = before(held.age());
      Contact.Kind kind = Contact.Kind.ofId(held.kind()).orElseThrow();
      NewContact contact = new NewContact(deal, author, kind, held.people(), at, at);
      if (held.recording() == null) {
        contacts.add(contact, null, null);
      } else {
        record(contact, held.recording());
      }
    }

    private void record(NewContact contact, String name) {
      NewRecording recording =
          new NewRecording(contact, "demo", true, stored(name + ".mp3"), SpokenIn.ZH, null);
      RecordingWork work = recordings.begin(made(recordings.accept(recording, null))).orElseThrow();
      recordings.done(work, SampleData.transcript(name), SOUND, null, null, contact.at());
    }

    private Blob stored(String file) {
      try (InputStream in = SampleData.open(file)) {
        if (blobs.put(in, LARGEST) instanceof BlobResult.Stored stored) {
          return stored.blob();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      throw new IllegalStateException("the sample company's files cannot be stored");
    }

    private void proposal(UUID deal, UUID author, HandedIn handedIn) {
      List<String> said =
          deals.statements(deal, new Sight(author, Set.of())).stream()
              .map(Statement::text)
              .toList();
      proposals.accept(
          new Upload(
              deal,
              null,
              handedIn.file().substring(0, handedIn.file().lastIndexOf('.')),
              handedIn.file(),
              stored(handedIn.file()),
              author,
              before(handedIn.age()),
              said,
              Urgency.LATER),
          null);
    }

    void task(Assigned task) {
      UUID id =
          made(
              tasks.add(
                  new NewTask(
                      id(task.owner()),
                      id(task.creator()),
                      task.title(),
                      task.doneWhen(),
                      day(task.due()),
                      TaskSource.NONE,
                      before(task.age())),
                  null));
      Integer done = task.done();
      if (done != null) {
        tasks.change(id, Task.State.DONE, id(task.owner()), task.note(), before(done));
      }
    }

    void replay(Drawn drawn) {
      YearMonth month = YearMonth.from(day(0)).minusMonths(1);
      Set<UUID> all = teams.all().stream().map(Team::id).collect(Collectors.toSet());
      List<UUID> pool =
          replays.won(
              new Sight(id(drawn.by()), all),
              start(month.minusMonths(2)),
              start(month.plusMonths(1)));
      replays.keep(
          id(drawn.team()),
          month,
          drawn.seed(),
          pool.size(),
          Draw.of(pool, drawn.seed()),
          id(drawn.by()),
          now);
    }

    private static Instant start(YearMonth month) {
      return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private UUID made(Creation creation) {
      if (creation instanceof Creation.New(UUID id)) {
        return id;
      }
      throw new IllegalStateException("what is new is new");
    }
  }
}
