package dev.dealcoach.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.PackFault;
import dev.dealcoach.nlp.pack.PackFiles;
import dev.dealcoach.nlp.pack.PackProblem;
import dev.dealcoach.nlp.pack.PackSource;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.job.DbSchedulerQueue;
import dev.dealcoach.service.pack.Difference;
import dev.dealcoach.service.pack.PackDesk;
import dev.dealcoach.service.pack.PackDesk.Outcome;
import dev.dealcoach.service.pack.PackInForce;
import dev.dealcoach.service.pack.PackState;
import dev.dealcoach.service.pack.PackStep;
import dev.dealcoach.service.pack.StoredPack;
import dev.dealcoach.service.pack.Trial;
import dev.dealcoach.service.pack.TrialItem;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.proposal.ReviewResult;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.request.Creation;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Packs are kept with every file, published by two people, and one is in force for all. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PackStoreTest {
  private static final RulePack STANDARD = RulePack.standard();
  private static final PackFiles FILES = PackFiles.of(List.of(PackSource.standard()));
  private static final String RULES = "rules-proposal.yaml";

  @Parameter TestDatabase database;
  @TempDir Path folder;

  private final List<UUID> queued = new ArrayList<>();
  private DataSource source;
  private Jdbi jdbi;
  private JdbiPacks packs;
  private JdbiTrials trials;
  private PackInForce inForce;
  private PackDesk desk;
  private Account one;
  private Account two;

  private final class Queue implements TrialQueue {
    @Override
    public void add(Connection transaction, UUID trial, Instant due) {
      queued.add(trial);
    }

    @Override
    public void committed() {}
  }

  @BeforeEach
  void open() {
    source = database.migrated();
    jdbi = Database.jdbi(source);
    packs = new JdbiPacks(jdbi);
    trials = new JdbiTrials(jdbi, new Queue());
    inForce = new PackInForce(STANDARD, STANDARD);
    inForce.follow(packs);
    desk = new PackDesk(packs, inForce, () -> People.MAY);
    desk.keep(FILES);
    one = new People(jdbi).account(Role.TRAINER);
    two = new People(jdbi).account(Role.TRAINER);
  }

  private UUID copied(String name) {
    UUID origin = packs.ofHash(inForce.judges().pack().sha256()).orElseThrow().id();
    return desk.copy(origin, name, one.id()).copy();
  }

  private static Map<String, String> milder(PackFiles files, String rule) {
    String text = files.texts().get(RULES);
    String before = "id: " + rule + "\n    severity: problem";
    assertThat(text).contains(before);
    return Map.of(RULES, text.replace(before, "id: " + rule + "\n    severity: advice"));
  }

  private UUID published(String name, String rule) {
    UUID id = copied(name);
    assertThat(desk.write(id, 1, milder(packs.files(id), rule), one.id())).isEqualTo(Outcome.DONE);
    assertThat(desk.submit(id, 2, name, one.id())).isEqualTo(Outcome.DONE);
    assertThat(desk.publish(id, 2, two.id())).isEqualTo(Outcome.DONE);
    return id;
  }

  @Test
  void theShippedPackIsKeptOnceAndACopyHasItsFiles() {
    desk.keep(FILES);
    assertThat(packs.all()).hasSize(1);
    StoredPack shipped = packs.all().getFirst();
    assertThat(shipped.state()).isEqualTo(PackState.SHIPPED);
    assertThat(shipped.sha256()).isEqualTo(STANDARD.sha256());
    assertThat(packs.inForce().number()).isZero();
    UUID copy = copied("ours");
    assertThat(packs.files(copy)).isEqualTo(FILES);
    assertThat(desk.copy(copy, "copy of a draft", one.id()).outcome()).isEqualTo(Outcome.CONFLICT);
    assertThat(desk.copy(shipped.id(), " ", one.id()).outcome()).isEqualTo(Outcome.UNFIT);
  }

  @Test
  void twoPeoplePublishAndEveryProcessFollows() {
    PackInForce elsewhere = new PackInForce(STANDARD, STANDARD);
    elsewhere.follow(new JdbiPacks(jdbi));
    UUID id = copied("milder");
    assertThat(desk.write(id, 1, Map.of(RULES, "kind: rules\n"), one.id())).isEqualTo(Outcome.DONE);
    assertThat(desk.problems(id)).extracting(PackProblem::fault).contains(PackFault.MISSING_LIST);
    assertThat(desk.submit(id, 2, "note", one.id())).isEqualTo(Outcome.FAULTY);
    assertThat(desk.write(id, 1, milder(FILES, "evidence.too-few"), one.id()))
        .isEqualTo(Outcome.CONFLICT);
    assertThat(desk.write(id, 2, milder(FILES, "evidence.too-few"), one.id()))
        .isEqualTo(Outcome.DONE);
    assertThat(desk.problems(id)).isEmpty();
    assertThat(desk.publish(id, 3, two.id())).isEqualTo(Outcome.CONFLICT);
    assertThat(desk.submit(id, 3, " ", one.id())).isEqualTo(Outcome.NO_NOTE);
    assertThat(desk.submit(id, 3, "too strict", one.id())).isEqualTo(Outcome.DONE);
    assertThat(desk.publish(id, 3, one.id())).isEqualTo(Outcome.SAME_PERSON);
    assertThat(desk.sendBack(id, 3, "why?", two.id())).isEqualTo(Outcome.DONE);
    assertThat(desk.submit(id, 3, "too strict for services", one.id())).isEqualTo(Outcome.DONE);
    assertThat(elsewhere.judges().pack().sha256()).isEqualTo(STANDARD.sha256());
    assertThat(desk.publish(id, 3, two.id())).isEqualTo(Outcome.DONE);

    StoredPack pack = packs.find(id).orElseThrow();
    assertThat(pack.number()).isEqualTo(1);
    assertThat(pack.note()).isEqualTo("too strict for services");
    for (PackInForce each : List.of(inForce, elsewhere)) {
      assertThat(each.judges().pack().sha256()).isEqualTo(pack.sha256());
      assertThat(each.pipeline()).isSameAs(each.pipeline());
    }
    assertThat(desk.write(id, 3, Map.of(RULES, "x"), one.id())).isEqualTo(Outcome.CONFLICT);
    assertThat(packs.ofHash(pack.sha256())).contains(pack);
    assertThat(packs.steps(id))
        .extracting(PackStep::what)
        .containsExactly(
            PackStep.What.COPIED,
            PackStep.What.EDITED,
            PackStep.What.EDITED,
            PackStep.What.SUBMITTED,
            PackStep.What.SENT_BACK,
            PackStep.What.SUBMITTED,
            PackStep.What.PUBLISHED);
  }

  @Test
  void anEarlierPackComesBackAndARetiredOneDoesNot() {
    UUID first = published("first", "evidence.too-few");
    UUID second = published("second", "objection.too-few");
    assertThat(packs.find(second).orElseThrow().number()).isEqualTo(2);
    assertThat(desk.retire(second, "wrong", one.id())).isEqualTo(Outcome.CONFLICT);
    assertThat(desk.enforce(first, "", one.id())).isEqualTo(Outcome.NO_NOTE);
    assertThat(desk.enforce(first, "too mild", one.id())).isEqualTo(Outcome.DONE);
    assertThat(inForce.judges().pack().sha256())
        .isEqualTo(packs.find(first).orElseThrow().sha256());
    assertThat(desk.retire(second, "wrong", one.id())).isEqualTo(Outcome.DONE);
    assertThat(desk.enforce(second, "again", one.id())).isEqualTo(Outcome.CONFLICT);
    UUID shipped = packs.ofHash(STANDARD.sha256()).orElseThrow().id();
    assertThat(desk.enforce(shipped, "as it was", one.id())).isEqualTo(Outcome.DONE);
    assertThat(packs.inForce().pack()).isNull();
    assertThat(inForce.judges().pack().sha256()).isEqualTo(STANDARD.sha256());
    assertThat(packs.steps(shipped).getLast().what()).isEqualTo(PackStep.What.ENFORCED);
    assertThat(packs.files(second).texts()).containsKey(RULES);
  }

  @Test
  void whatSaysTheSameIsNotPublishedAgain() {
    UUID id = copied("nothing");
    assertThat(desk.submit(id, 1, "no change", one.id())).isEqualTo(Outcome.DONE);
    assertThat(desk.publish(id, 1, two.id())).isEqualTo(Outcome.KNOWN);
  }

  /** After another version of the program came that asks for more. */
  @Test
  void aPackThatLacksSomethingDoesNotJudge() {
    UUID id = published("first", "evidence.too-few");
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update pack_files set text = replace(text, 'id: evidence.pending', 'id:"
                    + " evidence.gone') where pack = ? and path = ?",
                id,
                RULES));
    PackInForce later = new PackInForce(STANDARD, STANDARD);
    later.follow(packs);
    assertThat(later.judges().pack().sha256()).isEqualTo(STANDARD.sha256());
    assertThat(later.problems()).extracting(PackProblem::fault).containsExactly(PackFault.LOST);
    assertThat(later.judges()).isSameAs(later.judges());
  }

  private UUID reviewed(UUID deal, Account rep, Instant at) {
    String sha256 = UUID.randomUUID().toString().replace("-", "").repeat(2);
    JdbiProposals proposals = new JdbiProposals(jdbi, new DbSchedulerQueue(source));
    Creation made =
        proposals.accept(
            new Upload(
                deal,
                null,
                "title",
                "a.md",
                new Blob(sha256, 3),
                rep.id(),
                at,
                List.of("said"),
                Urgency.NOW),
            null);
    UUID review = ((Creation.New) made).id();
    proposals.done(
        proposals.begin(review).orElseThrow(),
        new ReviewResult(
            "md",
            1,
            "standard",
            STANDARD.sha256(),
            "[]",
            Map.of(Language.ZH, new ReviewResult.Wording("{}", "[]"))),
        at);
    return review;
  }

  @Test
  void aDryRunIsKeptItemByItemAndGoesWithWhatItWasMadeOf() {
    Account rep = new People(jdbi).account(Role.REP);
    List<UUID> deals = new ArrayList<>();
    List<UUID> reviews = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      NewDeal deal =
          new NewDeal(
              "Customer " + i, "物流", rep.id(), "Deal", "", Deal.Stage.LEAD, null, People.MARCH);
      deals.add(((Creation.New) new JdbiDeals(jdbi).add(deal, null)).id());
      reviews.add(reviewed(deals.getLast(), rep, People.APRIL.plusSeconds(i)));
    }
    assertThat(trials.reviews(2))
        .extracting(each -> each.review())
        .containsExactly(reviews.get(2), reviews.get(1));
    assertThat(trials.summaries(5)).isEmpty();
    UUID pack = copied("tried");
    UUID id = UUID.randomUUID();
    trials.add(id, pack, 1, one.id(), "", trials.reviews(5), People.MAY);
    assertThat(queued).containsExactly(id);
    TrialItem next = trials.next(id).orElseThrow();
    assertThat(next.deal()).isEqualTo(deals.get(2));
    assertThat(next.industry()).isEqualTo("物流");
    Difference difference =
        new Difference(
            List.of(new Difference.Score("gold", "1", "2"), new Difference.Score("x", null, null)),
            List.of(new Difference.Passage("evidence.item", "info", "某说")),
            List.of());
    trials.judged(id, 1, difference);
    trials.judged(id, 2, null);
    assertThat(trials.items(id).getFirst().difference()).isEqualTo(difference);
    Trial trial = trials.find(id).orElseThrow();
    assertThat(List.of(trial.total(), trial.done(), trial.failed(), trial.changed()))
        .containsExactly(3, 2, 1, 1);
    assertThat(trials.proposal(reviews.get(0)).orElseThrow().statements()).containsExactly("said");

    new JdbiErasure(jdbi, new FolderBlobs(folder)).deal(deals.get(2));
    assertThat(trials.items(id)).extracting(TrialItem::place).containsExactly(2, 3);
    assertThat(trials.end(id, Trial.State.DONE, People.JUNE)).isTrue();
    assertThat(trials.end(id, Trial.State.STOPPED, People.JUNE)).isFalse();
    assertThat(trials.of(pack)).hasSize(1);
    assertThat(desk.discard(pack, 1)).isEqualTo(Outcome.DONE);
    assertThat(trials.find(id)).isEmpty();
    assertThat(packs.find(pack)).isEmpty();
  }

  @Test
  void erasingATrainerLeavesThePack() {
    UUID id = published("first", "evidence.too-few");
    new JdbiErasure(jdbi, new FolderBlobs(folder)).account(one.id());
    assertThat(packs.find(id)).isPresent();
    assertThat(packs.inForce().pack()).isEqualTo(id);
    assertThat(packs.steps(id)).extracting(PackStep::actor).containsOnly(two.id());
  }
}
