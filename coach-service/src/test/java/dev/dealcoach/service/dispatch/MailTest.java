package dev.dealcoach.service.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.dealcoach.service.dispatch.SmtpMail.Security;
import dev.dealcoach.service.dispatch.SmtpMail.Server;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail goes to a real SMTP server. */
class MailTest {
  private static final Instant NOW = Instant.parse("2026-06-01T02:00:00Z");

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.setUser("coach@company.example", "coach", "secret");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private SmtpMail mail(String user, String password, Security security) {
    return new SmtpMail(
        new Server(
            "127.0.0.1",
            server.getSmtp().getPort(),
            user,
            password,
            security,
            "Dealcoach <coach@company.example>"),
        () -> NOW);
  }

  private static Letter letter(String to) {
    return new Letter(
        UUID.fromString("00000000-0000-0000-0000-00000000002a"),
        "林晓舟最近 3 个有拜访的日子，探需得分都在 60 分以下。",
        List.of("最常漏的几句：", "预算：“这件事今年列了多少钱？”"),
        "https://coach.example/alerts/1",
        "打开看看",
        to);
  }

  @Test
  void arrivesWithItsWords() throws Exception {
    assertThat(mail("coach", "secret", Security.NONE).send(letter("shen@company.example")))
        .isEqualTo(new Delivery.Taken());
    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("林晓舟最近 3 个有拜访的日子，探需得分都在 60 分以下。");
    assertThat(message.getAllRecipients()[0]).hasToString("shen@company.example");
    assertThat(message.getFrom()[0]).hasToString("Dealcoach <coach@company.example>");
    assertThat(message.getSentDate()).isEqualTo(Date.from(NOW));
    assertThat(message.getHeader("Message-ID"))
        .containsExactly("<00000000-0000-0000-0000-00000000002a@dealcoach>");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getContent().toString())
        .contains("“这件事今年列了多少钱？”", "https://coach.example/alerts/1");
  }

  @Test
  void withoutSigningInToo() {
    assertThat(mail("", "", Security.NONE).send(letter("shen@company.example")))
        .isEqualTo(new Delivery.Taken());
  }

  @Test
  void failuresHaveNames() {
    assertThat(mail("", "", Security.NONE).send(letter("")))
        .isEqualTo(new Delivery.Hopeless("no-mail-address"));
    assertThat(mail("", "", Security.NONE).send(letter("no address")))
        .isEqualTo(new Delivery.Hopeless("mail-address-refused"));
    assertThat(mail("coach", "wrong", Security.NONE).send(letter("shen@company.example")))
        .isEqualTo(new Delivery.Failed("mail-sign-in-refused"));
    // nothing goes out in clear where it shall not
    assertThat(mail("", "", Security.STARTTLS).send(letter("shen@company.example")))
        .isInstanceOf(Delivery.Failed.class);
    assertThat(server.getReceivedMessages()).isEmpty();
    SmtpMail gone = mail("", "", Security.NONE);
    server.stop();
    assertThat(gone.send(letter("shen@company.example")))
        .isEqualTo(new Delivery.Failed("mail-not-sent"));
  }
}
