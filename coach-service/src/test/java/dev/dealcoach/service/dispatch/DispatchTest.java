package dev.dealcoach.service.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.alert.AlertKind;
import dev.dealcoach.service.alert.Turn.NewAlert;
import dev.dealcoach.service.dispatch.RobotServer.Mood;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.JdbiAlerts;
import dev.dealcoach.service.store.JdbiOutbox;
import dev.dealcoach.service.store.People;
import dev.dealcoach.service.store.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages arrive once and in order, whatever the other side does first. */
class DispatchTest {
  private static final Instant START = Instant.parse("2026-06-01T02:00:00Z");

  private Instant now = START;

  /** One who is told of several alerts. */
  private static final class House {
    final Jdbi jdbi;
    final JdbiOutbox outbox;
    final Account rep;
    final Map<UUID, String> words = new TreeMap<>();

    House(TestDatabase database) {
      jdbi = Database.jdbi(database.migrated());
      outbox = new JdbiOutbox(jdbi);
      rep = new People(jdbi).account(Role.REP);
    }

    Account reader() {
      return new People(jdbi).account(Role.MANAGER);
    }

    void tell(Account reader, String word, Instant due, String... channels) {
      boolean unused =
          new JdbiAlerts(jdbi)
              .alone(
                  due,
                  turn -> {
                    UUID id = UUID.randomUUID();
                    turn.raise(
                        new NewAlert(
                            id,
                            rep.id(),
                            AlertKind.DISCOVERY,
                            id.toString(),
                            null,
                            60,
                            List.of(),
                            List.of(),
                            due));
                    Telling telling = Telling.ofAlert(reader.id(), id, due);
                    words.put(telling.id(), word);
                    assertThat(turn.tell(telling, "n", "/", new Mailing(Set.of(channels), due)))
                        .isTrue();
                    Telling again = Telling.ofAlert(reader.id(), id, due);
                    assertThat(turn.tell(again, "n", "/", new Mailing(Set.of(channels), due)))
                        .isFalse();
                  });
    }

    Optional<Letter> letter(Telling telling) {
      String word = words.getOrDefault(telling.id(), "");
      return word.isEmpty()
          ? Optional.empty()
          : Optional.of(new Letter(telling.id(), word, List.of("l"), "http://c/1", "open", ""));
    }
  }

  private Sender sender(House house, Map<String, Channel> channels, int attempts, int perMinute) {
    return new Sender(
        house.outbox,
        channels,
        house::letter,
        new SendingRules(attempts, Duration.ofSeconds(10), Duration.ofHours(1), perMinute),
        (account, from) -> from,
        () -> now);
  }

  private Map<String, Channel> robots(RobotServer server) {
    return Map.of(
        "dingtalk",
        new DingTalkRobot(server.dingTalk(), RobotServer.SECRET, () -> now),
        "wecom",
        new WeComRobot(server.weCom()));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void failsTwiceAndArrivesOnceInOrder(TestDatabase database) throws Exception {
    House house = new House(database);
    Account reader = house.reader();
    for (String channel : List.of("dingtalk", "wecom")) {
      house.tell(reader, channel + " one", now, channel);
      house.tell(reader, channel + " two", now.plusSeconds(1), channel);
      house.tell(reader, channel + " three", now.plusSeconds(1), channel);
      now = now.plusSeconds(60);
      try (RobotServer server =
          new RobotServer(n -> n == 1 ? Mood.BROKEN : n == 2 ? Mood.TOO_MANY : Mood.TAKES)) {
        Sender sender = sender(house, robots(server), 5, 18);
        assertThat(sender.run()).isEqualTo(1);
        assertThat(server.taken()).isEmpty();
        // the second is due and still must wait for the first
        now = now.plusSeconds(9);
        assertThat(sender.run()).isZero();
        now = now.plusSeconds(1);
        assertThat(sender.run()).isEqualTo(1);
        now = now.plusSeconds(19);
        assertThat(sender.run()).isZero();
        assertThat(house.outbox.troubled())
            .singleElement()
            .satisfies(line -> assertThat(line.problem()).isEqualTo("errcode-130101"));
        now = now.plusSeconds(1);
        assertThat(sender.run()).isEqualTo(3);
        assertThat(sender.run()).isZero();
        assertThat(server.taken())
            .extracting(text -> text.lines().findFirst().orElse(""))
            .containsExactly(
                "**" + channel + " one**", "**" + channel + " two**", "**" + channel + " three**");
        assertThat(server.taken().getFirst()).contains("> l", "[open](http://c/1)");
        assertThat(server.wrong()).isEmpty();
      }
      now = now.plusSeconds(600);
    }
    assertThat(house.outbox.counts()).isEqualTo(Map.of(Outbox.State.SENT, 6L));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatNeverArrivesFailsAndIsSeenAndCanBeSentAfterAll(TestDatabase database) throws Exception {
    House house = new House(database);
    Account one = house.reader();
    Account other = house.reader();
    house.tell(one, "never", now, "dingtalk");
    house.tell(one, "after it", now, "dingtalk");
    house.tell(other, "somebody else's", now, "dingtalk");
    try (RobotServer server =
        new RobotServer(n -> n == 1 || n == 3 || n == 4 ? Mood.BROKEN : Mood.TAKES)) {
      Sender sender = sender(house, robots(server), 3, 18);
      // who waits for another's message does not wait long
      assertThat(sender.run()).isEqualTo(2);
      assertThat(server.taken()).hasSize(1).first().asString().contains("somebody else's");
      now = now.plusSeconds(60);
      assertThat(sender.run()).isEqualTo(1);
      now = now.plusSeconds(60);
      assertThat(sender.run()).isEqualTo(2);
      assertThat(server.taken()).hasSize(2).last().asString().contains("after it");
      Outbox.Line failed = house.outbox.troubled().getFirst();
      assertThat(failed.state()).isEqualTo(Outbox.State.FAILED);
      assertThat(failed.attempts()).isEqualTo(3);
      assertThat(failed.problem()).isEqualTo("http-502");
      assertThat(failed.receiver()).isEqualTo(one.name());
      assertThat(house.outbox.again(failed.number(), now)).isTrue();
      assertThat(house.outbox.again(failed.number(), now)).isFalse();
      assertThat(sender.run()).isEqualTo(1);
      assertThat(server.taken()).last().asString().contains("never");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aChannelIsNotFlooded(TestDatabase database) throws Exception {
    House house = new House(database);
    for (int i = 0; i < 5; i++) {
      house.tell(house.reader(), "word " + i, now, "wecom");
    }
    try (RobotServer server = new RobotServer(n -> Mood.TAKES)) {
      Sender sender = sender(house, robots(server), 3, 2);
      assertThat(sender.run()).isEqualTo(2);
      now = now.plusSeconds(59);
      assertThat(sender.run()).isZero();
      now = now.plusSeconds(1);
      assertThat(sender.run()).isEqualTo(2);
      now = now.plusSeconds(60);
      assertThat(sender.run()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nothingIsSentBeforeItsTimeNorWhatIsNotTrueAnyMore(TestDatabase database) throws Exception {
    House house = new House(database);
    Account reader = house.reader();
    house.tell(reader, "in the morning", now.plusSeconds(3600), "wecom");
    house.tell(reader, "", now.plusSeconds(3600), "wecom");
    try (RobotServer server = new RobotServer(n -> Mood.TAKES)) {
      Sender sender = sender(house, robots(server), 3, 18);
      assertThat(sender.run()).isZero();
      now = now.plusSeconds(3600);
      assertThat(sender.run()).isEqualTo(2);
      assertThat(server.taken()).hasSize(1);
      assertThat(house.outbox.counts())
          .isEqualTo(Map.of(Outbox.State.SENT, 1L, Outbox.State.IDLE, 1L));
    }
  }

  @Test
  void theSignatureIsAsDescribed() {
    // computed by another program: openssl's HMAC of "1751328000000\nSEC000test"
    assertThat(DingTalkRobot.sign(1_751_328_000_000L, "SEC000test"))
        .isEqualTo("yo6YwsMGANdS4STvyC6lmcFS0Fcn87FFnuBl5/nT3B4=");
  }

  @Test
  void failuresDoNotTellAddresses() throws Exception {
    Letter letter = new Letter(UUID.randomUUID(), "t", List.of(), "", "", "");
    try (RobotServer server = new RobotServer(n -> Mood.SILENT)) {
      assertThat(new WeComRobot(server.weCom()).send(letter))
          .isEqualTo(new Delivery.Failed("not-reached"));
    }
    assertThat(
            new WeComRobot(URI.create("http://127.0.0.1:1/cgi-bin/webhook/send?key=secret"))
                .send(letter))
        .isEqualTo(new Delivery.Failed("not-reached"));
  }

  @Test
  void longLettersAreCutAtALineAndNamesAreNoLinks() {
    List<String> lines = java.util.Collections.nCopies(400, "预算：这件事今年列了多少钱？");
    Letter letter =
        new Letter(UUID.randomUUID(), "[x](http://evil)*", lines, "http://c/1", "打开", "");
    String text = Robots.markdown(letter, 4000);
    assertThat(text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length).isBetween(3900, 4000);
    assertThat(text).startsWith("**x (http://evil)**").endsWith("[打开](http://c/1)");
  }
}
