package dev.dealcoach.service.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mail by a server of the company's own. Thread-safe. */
public final class SmtpMail implements Channel {
  private static final String PATIENCE_MILLIS = "10000";

  private final Session session;
  private final InternetAddress from;
  private final InstantSource clock;

  /**
   * A server.
   *
   * @param user to sign in with; empty if the server asks for nobody
   * @param security how the connection is kept secret
   * @param from the sender's address
   */
  public record Server(
      String host, int port, String user, String password, Security security, String from) {
    /** Does not tell the password. */
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /** How a connection is kept secret. */
  public enum Security {
    /** Not at all; for a server on the same machine. */
    NONE,
    /** TLS begins after the greeting, and nothing is sent without it. */
    STARTTLS,
    /** TLS from the first byte on. */
    TLS
  }

  /**
   * @throws IllegalArgumentException if the sender's address is none
   */
  public SmtpMail(Server server, InstantSource clock) {
    this.clock = clock;
    try {
      this.from = new InternetAddress(server.from(), true);
    } catch (AddressException e) {
      throw new IllegalArgumentException("the sender's mail address is none", e);
    }
    boolean signIn = !server.user().isEmpty();
    Properties settings = new Properties();
    settings.put("mail.transport.protocol", "smtp");
    settings.put("mail.smtp.host", server.host());
    settings.put("mail.smtp.port", Integer.toString(server.port()));
    settings.put("mail.smtp.auth", Boolean.toString(signIn));
    settings.put("mail.smtp.ssl.enable", Boolean.toString(server.security() == Security.TLS));
    String startTls = Boolean.toString(server.security() == Security.STARTTLS);
    settings.put("mail.smtp.starttls.enable", startTls);
    settings.put("mail.smtp.starttls.required", startTls);
    settings.put("mail.smtp.ssl.checkserveridentity", "true");
    for (String each : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      settings.put("mail.smtp." + each, PATIENCE_MILLIS);
    }
    this.session =
        Session.getInstance(
            settings,
            new Authenticator() {
              @Override
              protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return signIn ? new PasswordAuthentication(server.user(), server.password()) : null;
              }
            });
  }

  @Override
  public Delivery send(Letter letter) {
    if (letter.mail().isEmpty()) {
      return new Delivery.Hopeless("no-mail-address");
    }
    try {
      Named message = new Named(session, letter.id());
      message.setFrom(from);
      message.setRecipient(RecipientType.TO, new InternetAddress(letter.mail(), true));
      message.setSubject(letter.title(), UTF_8.name());
      message.setSentDate(Date.from(clock.instant()));
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setText(text(letter), UTF_8.name());
      Transport.send(message);
      return new Delivery.Taken();
    } catch (AddressException e) {
      return new Delivery.Hopeless("mail-address-refused");
    } catch (AuthenticationFailedException e) {
      return new Delivery.Failed("mail-sign-in-refused");
    } catch (SendFailedException e) {
      return e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0
          ? new Delivery.Hopeless("mail-address-refused")
          : new Delivery.Failed("mail-refused");
    } catch (MessagingException e) {
      return new Delivery.Failed("mail-not-sent");
    }
  }

  private static String text(Letter letter) {
    StringBuilder text = new StringBuilder(letter.title()).append("\n\n");
    letter.lines().forEach(line -> text.append(line).append('\n'));
    if (!letter.link().isEmpty()) {
      text.append('\n').append(letter.linkText()).append("\n").append(letter.link()).append('\n');
    }
    return text.toString();
  }

  /** A message whose id is the same at every attempt, so that a second copy can be told. */
  private static final class Named extends MimeMessage {
    private final UUID id;

    Named(Session session, UUID id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@dealcoach>");
    }
  }
}
