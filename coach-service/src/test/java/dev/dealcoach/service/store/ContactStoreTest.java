package dev.dealcoach.service.store;

import static dev.dealcoach.service.store.People.APRIL;
import static dev.dealcoach.service.store.People.JUNE;
import static dev.dealcoach.service.store.People.MARCH;
import static dev.dealcoach.service.store.People.MAY;
import static dev.dealcoach.service.store.People.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.Copies;
import dev.dealcoach.service.contact.Judgement;
import dev.dealcoach.service.contact.NewContact;
import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.contact.Summary;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Contacts and summaries come back as they were kept, to those who may see them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ContactStoreTest {
  @Parameter TestDatabase database;

  private JdbiContacts contacts;
  private People people;
  private Account rep;
  private UUID deal;

  @BeforeEach
  void open() {
    contacts = new JdbiContacts(database.shared());
    people = new People(database.shared());
    rep = people.account(Role.REP);
    deal = deal("砺锋冲压");
  }

  private UUID deal(String customer) {
    return ((Creation.New)
            new JdbiDeals(database.shared())
                .add(
                    new NewDeal(customer, "", rep.id(), "D", "", Deal.Stage.LEAD, null, MARCH),
                    null))
        .id();
  }

  private NewContact contact(Instant at) {
    return new NewContact(deal, rep.id(), Contact.Kind.VISIT, " 刘经理 ", at, at);
  }

  private static NewSummary summary(String text, int score, String pain, Instant at) {
    Map<String, String> items = new LinkedHashMap<>();
    items.put("pain", pain);
    items.put("budget", "missing");
    return new NewSummary(
        text,
        new Judgement(
            Language.ZH,
            score,
            false,
            items,
            Map.of(Language.ZH, "{\"a\":\"中\"}", Language.EN, "{\"a\":\"e\"}"),
            "standard",
            "a".repeat(64),
            "[]"),
        null,
        at);
  }

  private UUID add(Instant at, NewSummary summary) {
    return ((Creation.New) contacts.add(contact(at), summary, null)).id();
  }

  @Test
  void comesBackAsItWasKept() {
    UUID id = add(APRIL, summary("找模具", 30, "covered", APRIL));
    Contact kept = contacts.find(id).orElseThrow();
    assertThat(kept)
        .isEqualTo(
            new Contact(
                id,
                deal,
                "D",
                "砺锋冲压",
                rep.id(),
                rep.name(),
                Contact.Kind.VISIT,
                "刘经理",
                APRIL,
                APRIL,
                kept.summary(),
                30,
                false,
                null,
                null,
                null));
    assertThat(kept.counts()).isTrue();
    Summary summary = contacts.summary(id).orElseThrow();
    assertThat(summary.text()).isEqualTo("找模具");
    assertThat(summary.packSha256()).isEqualTo("a".repeat(64));
    assertThat(contacts.report(summary.id(), Language.EN)).contains("{\"a\":\"e\"}");
    assertThat(contacts.items(summary.id()))
        .containsExactly(Map.entry("pain", "covered"), Map.entry("budget", "missing"));
    assertThat(contacts.contactOf(summary.id())).contains(id);
  }

  @Test
  void aContactCanWaitForItsSummary() {
    UUID id = add(APRIL, null);
    assertThat(contacts.find(id).orElseThrow().score()).isNull();
    assertThat(contacts.find(id).orElseThrow().counts()).isFalse();
    assertThat(contacts.summary(id)).isEmpty();
  }

  @Test
  void theLatestVersionCountsAndTheEarlierStays() {
    UUID id = add(APRIL, summary("first", 30, "partial", APRIL));
    Once once = new Once(rep.id(), "again" + id, "b".repeat(64));
    NewSummary second = summary("second", 70, "covered", MAY);
    assertThat(contacts.summarise(id, second, once)).isInstanceOf(Creation.New.class);
    assertThat(contacts.summarise(id, second, once)).isInstanceOf(Creation.Earlier.class);
    assertThat(contacts.find(id).orElseThrow().score()).isEqualTo(70);
    assertThat(contacts.summary(id).orElseThrow().number()).isEqualTo(2);
    assertThat(contacts.ofDeal(deal, own(rep))).hasSize(1);
    // its own versions are no copies of each other
    assertThat(contacts.earlier(rep.id(), id)).isEmpty();
    assertThat(contacts.earlier(rep.id(), null))
        .extracting(Copies.Earlier::text)
        .containsExactly("second", "first");
  }

  @Test
  void theDealShowsTheBestOfEveryItemThatCounts() {
    add(MARCH, summary("one", 20, "covered", MARCH));
    UUID copied =
        contacts.summary(add(APRIL, summary("two", 10, "partial", APRIL))).orElseThrow().id();
    NewSummary good = summary("three", 20, "covered", MAY);
    assertThat(contacts.best(deal, own(rep)))
        .containsExactly(Map.entry("pain", "covered"), Map.entry("budget", "missing"));
    deal = deal("another");
    add(MAY, new NewSummary("copy", good.judgement(), new Copies.Copy(copied, 80), MAY));
    assertThat(contacts.best(deal, own(rep))).isEmpty();
    Contact copy = contacts.ofDeal(deal, own(rep)).getFirst();
    assertThat(copy.copyOf()).isEqualTo(copied);
    assertThat(copy.counts()).isFalse();
  }

  @Test
  void aTeamSeesTheContactsOfItsTime() {
    Team before = people.team(null);
    Team after = people.team(null);
    people.member(rep, before, false, MARCH, MAY);
    people.member(rep, after, false, MAY, null);
    UUID early = add(APRIL, null);
    UUID late = add(JUNE, null);
    Sight old = new Sight(UUID.randomUUID(), Set.of(before.id()));
    Sight fresh = new Sight(UUID.randomUUID(), Set.of(after.id()));
    assertThat(contacts.find(early, old)).isPresent();
    assertThat(contacts.find(late, old)).isEmpty();
    assertThat(contacts.find(early, fresh)).isEmpty();
    assertThat(contacts.ofDeal(deal, fresh)).extracting(Contact::id).containsExactly(late);
    assertThat(contacts.of(rep.id(), old, MARCH, JUNE.plusSeconds(1)))
        .extracting(Contact::id)
        .containsExactly(early);
    assertThat(contacts.of(rep.id(), own(rep), MARCH, JUNE))
        .extracting(Contact::id)
        .containsExactly(early);
    assertThat(contacts.contacts(own(rep), PageRequest.first()).items())
        .extracting(Contact::id)
        .isEqualTo(List.of(late, early));
  }

  @Test
  void aContactIsNotInTheFuture() {
    assertThatThrownBy(() -> new NewContact(deal, rep.id(), Contact.Kind.CALL, "", JUNE, MAY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
