package dev.dealcoach.service;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.dispatch.Channel;
import dev.dealcoach.service.dispatch.DingTalkRobot;
import dev.dealcoach.service.dispatch.SendingRules;
import dev.dealcoach.service.dispatch.SmtpMail;
import dev.dealcoach.service.dispatch.WeComRobot;
import dev.dealcoach.service.dispatch.Wishes;
import dev.dealcoach.service.people.Role;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How people are told what needs them. What is not said keeps the usual value.
 *
 * @param address of the service as people open it, for links; empty sends none
 * @param language of messages to those who wish no other
 * @param quietFrom from when on nothing is sent, as hours and minutes
 * @param quietUntil until when
 * @param digest when managers are told what was not covered
 * @param customers whether messages may name customers
 * @param attempts after so many in vain a message has failed
 * @param retry how long after the first failure it is tried again; then twice as long each time
 * @param perMinute how many messages a channel takes in a minute
 * @param channels robots and mail servers by name; those without an address are off
 */
public record AlertsConfiguration(
    @NotNull @Pattern(regexp = "|https?://[^\\s]+", message = "must begin with http:// or https://")
        String address,
    @NotNull @Pattern(regexp = "zh|en") String language,
    @NotNull @Pattern(regexp = AlertsConfiguration.TIME) String quietFrom,
    @NotNull @Pattern(regexp = AlertsConfiguration.TIME) String quietUntil,
    @NotNull @Pattern(regexp = AlertsConfiguration.TIME) String digest,
    boolean customers,
    @Min(1) @Max(100) int attempts,
    @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration retry,
    @Min(1) int perMinute,
    @Valid Map<@Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String, @Valid @NotNull Way> channels) {
  static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

  /** What is used when nothing is said. */
  static final AlertsConfiguration STANDARD =
      new AlertsConfiguration(null, null, null, null, null, null, null, null, null, null);

  @JsonCreator
  public AlertsConfiguration(
      @JsonProperty("address") @Nullable String address,
      @JsonProperty("language") @Nullable String language,
      @JsonProperty("quietFrom") @Nullable String quietFrom,
      @JsonProperty("quietUntil") @Nullable String quietUntil,
      @JsonProperty("digest") @Nullable String digest,
      @JsonProperty("customers") @Nullable Boolean customers,
      @JsonProperty("attempts") @Nullable Integer attempts,
      @JsonProperty("retry") @Nullable Duration retry,
      @JsonProperty("perMinute") @Nullable Integer perMinute,
      @JsonProperty("channels") @Nullable Map<String, Way> channels) {
    this(
        address == null ? "" : address.strip().replaceAll("/+$", ""),
        language == null ? "zh" : language,
        quietFrom == null ? "20:00" : quietFrom,
        quietUntil == null ? "08:00" : quietUntil,
        digest == null ? "18:00" : digest,
        customers != null && customers,
        attempts == null ? SendingRules.STANDARD.attempts() : attempts,
        retry == null ? Duration.seconds(SendingRules.STANDARD.firstWait().toSeconds()) : retry,
        perMinute == null ? SendingRules.STANDARD.perMinute() : perMinute,
        channels == null ? Map.of() : channels);
  }

  /**
   * A robot or a mail server.
   *
   * @param type {@code dingtalk}, {@code wecom} or {@code mail}
   * @param url a robot's address with its key, a secret; empty for off
   * @param secret with which requests to DingTalk are signed; empty for none
   * @param host a mail server's name; empty for off
   * @param port its port
   * @param user to sign in with; empty for nobody
   * @param password that goes with it
   * @param security {@code none}, {@code starttls} or {@code tls}
   * @param from the sender's address
   * @param roles who is told by it as long as a person chooses nothing else
   */
  public record Way(
      @NotNull @Pattern(regexp = "dingtalk|wecom|mail") String type,
      @NotNull @Pattern(regexp = "|https?://[^\\s]+", message = "must be a web address") String url,
      @NotNull String secret,
      @NotNull String host,
      @Min(1) @Max(65535) int port,
      @NotNull String user,
      @NotNull String password,
      @NotNull @Pattern(regexp = "none|starttls|tls") String security,
      @NotNull String from,
      @NotNull List<@Pattern(regexp = "rep|manager|trainer|admin") String> roles) {
    @JsonCreator
    public Way(
        @JsonProperty("type") @Nullable String type,
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("secret") @Nullable String secret,
        @JsonProperty("host") @Nullable String host,
        @JsonProperty("port") @Nullable Integer port,
        @JsonProperty("user") @Nullable String user,
        @JsonProperty("password") @Nullable String password,
        @JsonProperty("security") @Nullable String security,
        @JsonProperty("from") @Nullable String from,
        @JsonProperty("roles") @Nullable List<String> roles) {
      this(
          type == null ? "" : type,
          text(url),
          text(secret),
          text(host),
          port == null ? 587 : port,
          text(user),
          password == null ? "" : password,
          security == null ? "starttls" : security,
          text(from),
          roles == null ? List.of() : roles);
    }

    private static String text(@Nullable String text) {
      return text == null ? "" : text.strip();
    }

    /** Whether it is used. */
    @JsonIgnore
    boolean on() {
      return !(type.equals("mail") ? host : url).isEmpty();
    }

    /** A mail server needs the address that its mail comes from. */
    @JsonIgnore
    @ValidationMethod(message = "a mail server needs a sender's address: from")
    public boolean isFromSomebody() {
      return !type.equals("mail") || host.isEmpty() || from.contains("@");
    }

    /** Does not tell secrets. */
    @Override
    public String toString() {
      return type;
    }

    private Channel open(InstantSource clock) {
      return switch (type) {
        case "dingtalk" -> new DingTalkRobot(URI.create(url), secret, clock);
        case "wecom" -> new WeComRobot(URI.create(url));
        default ->
            new SmtpMail(
                new SmtpMail.Server(
                    host,
                    port,
                    user,
                    password,
                    SmtpMail.Security.valueOf(security.toUpperCase(Locale.ROOT)),
                    from),
                clock);
      };
    }

    private Set<Role> forRoles() {
      Set<Role> found = new HashSet<>();
      Arrays.stream(Role.values()).filter(each -> roles.contains(each.id())).forEach(found::add);
      return found;
    }
  }

  Language words() {
    return Language.ofCode(language);
  }

  Wishes.Quiet quiet() {
    return new Wishes.Quiet(LocalTime.parse(quietFrom), LocalTime.parse(quietUntil));
  }

  LocalTime digestTime() {
    return LocalTime.parse(digest);
  }

  SendingRules rules() {
    return new SendingRules(
        attempts, retry.toJavaDuration(), SendingRules.STANDARD.longestWait(), perMinute);
  }

  /** The channels that are used, by name. */
  Map<String, Channel> open(InstantSource clock) {
    Map<String, Channel> open = new TreeMap<>();
    channels.forEach(
        (name, way) -> {
          if (way.on()) {
            open.put(name, way.open(clock));
          }
        });
    return open;
  }

  /** Who is told by which of them, as long as a person chooses nothing else. */
  Map<String, Set<Role>> usual() {
    Map<String, Set<Role>> usual = new TreeMap<>();
    channels.forEach(
        (name, way) -> {
          if (way.on()) {
            usual.put(name, way.forRoles());
          }
        });
    return usual;
  }
}
