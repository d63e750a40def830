package dev.dealcoach.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.library.Content;
import dev.dealcoach.service.library.Curation;
import dev.dealcoach.service.library.Curation.Outcome;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryFile;
import dev.dealcoach.service.library.LibraryState;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.library.LibraryUse;
import dev.dealcoach.service.library.SampleLibrary;
import dev.dealcoach.service.library.Step;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.PageRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library keeps every version, and numbers every change. */
class LibraryStoreTest {
  @TempDir Path folder;

  private static Content content(String text) {
    Content bare = Curation.bare(text);
    return new Content(
        text,
        bare.language(),
        "",
        "manufacturing",
        "",
        "proposal",
        List.of("evidence", "evidence_cases"),
        List.of(),
        "Ann",
        1,
        LocalDate.parse("2026-03-01"),
        "won",
        "");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anExampleNeedsTwoPeopleAndKeepsItsVersions(TestDatabase database) {
    Jdbi jdbi = Database.jdbi(database.migrated());
    People people = new People(jdbi);
    Account one = people.account(Role.TRAINER);
    Account two = people.account(Role.TRAINER);
    JdbiLibrary library = new JdbiLibrary(jdbi);
    Curation curation = new Curation(library, () -> People.MAY, () -> {});
    UUID id = curation.draft(content("first words"), one.id());
    assertThat(curation.approve(id, 1, null, two.id())).isEqualTo(Outcome.CONFLICT);
    assertThat(curation.submit(id, 1, false, one.id())).isEqualTo(Outcome.UNCONFIRMED);
    assertThat(curation.submit(id, 1, true, one.id())).isEqualTo(Outcome.DONE);
    assertThat(library.shown()).isEmpty();
    assertThat(curation.approve(id, 1, null, one.id())).isEqualTo(Outcome.SAME_PERSON);
    assertThat(curation.approve(id, 1, null, two.id())).isEqualTo(Outcome.DONE);
    assertThat(library.shown(List.of(id)).get(id).content()).isEqualTo(content("first words"));
    assertThat(library.find(id).orElseThrow().reviewBy()).isEqualTo("2027-05-01");

    assertThat(curation.edit(id, 1, content("second words"), two.id())).isEqualTo(Outcome.DONE);
    assertThat(library.shown(List.of(id)).get(id).content().text()).isEqualTo("first words");
    assertThat(library.find(id).orElseThrow().content().text()).isEqualTo("second words");
    assertThat(curation.edit(id, 1, content("third words"), one.id())).isEqualTo(Outcome.CONFLICT);
    assertThat(curation.submit(id, 2, true, two.id())).isEqualTo(Outcome.DONE);
    assertThat(curation.sendBack(id, 2, " ", one.id())).isEqualTo(Outcome.NO_REASON);
    assertThat(curation.approve(id, 2, null, two.id())).isEqualTo(Outcome.SAME_PERSON);
    assertThat(curation.approve(id, 2, LocalDate.parse("2026-09-01"), one.id()))
        .isEqualTo(Outcome.DONE);
    assertThat(library.shown(List.of(id)).get(id).version()).isEqualTo(2);

    assertThat(curation.retire(id, 2, "outdated", one.id())).isEqualTo(Outcome.DONE);
    assertThat(library.shown(List.of(id))).isEmpty();
    assertThat(library.find(id, 1).orElseThrow().content().text()).isEqualTo("first words");
    assertThat(library.steps(id))
        .extracting(Step::what)
        .containsExactly(
            Step.What.DRAFTED,
            Step.What.SUBMITTED,
            Step.What.APPROVED,
            Step.What.DRAFTED,
            Step.What.SUBMITTED,
            Step.What.APPROVED,
            Step.What.RETIRED);
    assertThat(library.steps(id).getLast().reason()).isEqualTo("outdated");
    assertThat(library.steps(id).getFirst().actorName()).isEqualTo(one.name());
    assertThat(library.states().get(LibraryState.RETIRED)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void changesComeInTheirOrder(TestDatabase database) {
    Jdbi jdbi = Database.jdbi(database.migrated());
    Account one = new People(jdbi).account(Role.TRAINER);
    JdbiLibrary library = new JdbiLibrary(jdbi);
    assertThat(library.clock()).isEqualTo(new LibraryStore.Clock(0, 0));
    SampleLibrary.load(library, People.MAY);
    SampleLibrary.load(library, People.MAY);
    assertThat(library.shown()).hasSize(100);
    List<LibraryStore.Change> all = library.changes(0, 1000);
    assertThat(all)
        .hasSize(100)
        .isSortedAccordingTo((a, b) -> Long.compare(a.number(), b.number()));
    assertThat(library.clock().number()).isGreaterThanOrEqualTo(all.getLast().number());
    assertThat(library.changes(all.get(39).number(), 10)).isEqualTo(all.subList(40, 50));

    LibraryExample first = library.shown().getFirst();
    long before = library.clock().number();
    new Curation(library, () -> People.JUNE, () -> {}).retire(first.id(), 1, "no more", one.id());
    assertThat(library.changes(before, 10))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.id()).isEqualTo(first.id());
              assertThat(change.content()).isNull();
            });
    var wanted = new LibraryStore.Wanted("manufacturing", "proposal", "evidence", "");
    assertThat(library.shown(wanted, PageRequest.first()).items())
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.content().industry()).isEqualTo("manufacturing");
              assertThat(each.content().shows()).contains("evidence");
            });
    assertThat(
            library
                .shown(new LibraryStore.Wanted("", "", "", "talk_track"), PageRequest.first())
                .items())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.content().tags()).contains("talk_track"));
    assertThat(
            library
                .shown(new LibraryStore.Wanted("", "", "", "talk%"), PageRequest.first())
                .items())
        .isEmpty();
    var page = library.shown(LibraryStore.Wanted.ALL, new PageRequest(60, null));
    assertThat(library.shown(LibraryStore.Wanted.ALL, new PageRequest(60, page.next())).items())
        .hasSize(39);
  }

  /** Show 5: a thousand good lines and fifty bad ones. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aFileIsTakenLineByLineAndOnlyOnce(TestDatabase database) throws Exception {
    Jdbi jdbi = Database.jdbi(database.migrated());
    Account one = new People(jdbi).account(Role.TRAINER);
    JdbiLibrary library = new JdbiLibrary(jdbi);
    StringBuilder lines = new StringBuilder();
    String[] bad = {
      "{\"id\":\"x\"}",
      "no json",
      "{\"id\":\"y\",\"text\":3}",
      "{\"text\":\"t\"}",
      "{\"id\":\"z\",\"text\":\"t\",\"rank\":\"first\"}"
    };
    for (int i = 0; i < 1050; i++) {
      lines.append(
          i % 21 == 20
              ? bad[i / 21 % bad.length]
              : "{\"id\":\"e" + i + "\",\"text\":\"停机" + i + "小时\",\"customer\":\"砺锋冲压\"}");
      lines.append('\n');
    }
    byte[] file = lines.toString().getBytes(StandardCharsets.UTF_8);
    var read = LibraryFile.read(file).orElseThrow();
    var reports = LibraryFile.take(read, library, one.id(), People.MAY, false);
    assertThat(reports).filteredOn(each -> each.state().equals("created")).hasSize(1000);
    assertThat(reports)
        .filteredOn(each -> each.state().equals("bad"))
        .hasSize(50)
        .allSatisfy(each -> assertThat(each.fault()).isNotEmpty())
        .extracting(LibraryFile.LineReport::line)
        .startsWith(21, 42, 63);
    assertThat(library.all()).hasSize(1000);
    assertThat(library.shown()).isEmpty();
    assertThat(library.states().get(LibraryState.WAITING)).isEqualTo(1000);
    assertThat(LibraryFile.take(read, library, one.id(), People.MAY, false))
        .filteredOn(each -> each.state().equals("unchanged"))
        .hasSize(1000);
    assertThat(library.all()).hasSize(1000);

    // what comes out goes in again as the same, as lines and as a sheet
    for (byte[] given :
        List.of(LibraryFile.jsonl(library.all()), LibraryFile.xlsx(library.all()))) {
      assertThat(new String(given, StandardCharsets.UTF_8)).doesNotContain("砺锋");
      assertThat(
              LibraryFile.take(
                  LibraryFile.read(given).orElseThrow(), library, one.id(), People.MAY, false))
          .hasSize(1000)
          .allSatisfy(each -> assertThat(each.state()).isEqualTo("unchanged"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatComesFromADealGoesWithIt(TestDatabase database) {
    Jdbi jdbi = Database.jdbi(database.migrated());
    People people = new People(jdbi);
    Account rep = people.account(Role.REP);
    JdbiLibrary library = new JdbiLibrary(jdbi);
    NewDeal deal =
        new NewDeal("Customer", "", rep.id(), "Deal", "", Deal.Stage.LEAD, null, People.MARCH);
    UUID dealId = ((Creation.New) new JdbiDeals(jdbi).add(deal, null)).id();
    Curation curation = new Curation(library, () -> People.MAY, () -> {});
    UUID id = curation.nominate(content("words"), dealId, rep.id(), "/deals/x", rep.id());
    UUID other = curation.draft(content("others"), people.account(Role.TRAINER).id());
    LibraryUse use = new JdbiLibraryUse(jdbi);
    use.used(List.of(id, other), rep.id(), LocalDate.parse("2026-05-01"), LibraryUse.Kind.SHOWN);
    long before = library.clock().number();
    new JdbiErasure(jdbi, new FolderBlobs(folder)).deal(dealId);
    assertThat(library.find(id)).isEmpty();
    assertThat(library.find(other)).isPresent();
    assertThat(library.clock().swept()).isGreaterThan(before);
    assertThat(use.figures()).extracting(LibraryUse.Figures::example).containsExactly(other);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void everybodyCountsOnceADay(TestDatabase database) {
    Jdbi jdbi = Database.jdbi(database.migrated());
    People people = new People(jdbi);
    Account one = people.account(Role.REP);
    Account two = people.account(Role.REP);
    JdbiLibrary library = new JdbiLibrary(jdbi);
    UUID id =
        new Curation(library, () -> People.MAY, () -> {})
            .draft(content("words"), people.account(Role.TRAINER).id());
    LibraryUse use = new JdbiLibraryUse(jdbi);
    LocalDate day = LocalDate.parse("2026-05-01");
    for (int i = 0; i < 3; i++) {
      use.used(List.of(id, UUID.randomUUID()), one.id(), day, LibraryUse.Kind.SHOWN);
    }
    use.used(List.of(id), two.id(), day, LibraryUse.Kind.SHOWN);
    use.used(List.of(id), two.id(), day.plusDays(1), LibraryUse.Kind.OPENED);
    use.helped(id, one.id(), day, true);
    use.helped(id, one.id(), day.plusDays(1), true);
    assertThat(use.helped(id, one.id())).isTrue();
    assertThat(use.figures()).containsExactly(new LibraryUse.Figures(id, 2, 1, 1));
    use.helped(id, one.id(), day, false);
    assertThat(use.helped(id, one.id())).isFalse();
  }
}
