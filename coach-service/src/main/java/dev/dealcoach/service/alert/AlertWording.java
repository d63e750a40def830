package dev.dealcoach.service.alert;

import dev.dealcoach.nlp.text.Language;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Says in one plain sentence why there is an alert. Immutable, thread-safe. */
public final class AlertWording {
  private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
  private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private static final DateTimeFormatter ZH_MONTH = DateTimeFormatter.ofPattern("M月", Locale.CHINA);
  private static final DateTimeFormatter EN_MONTH =
      DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

  private final BiFunction<Language, String, String> sentences;

  /**
   * @param sentences by language and key
   */
  public AlertWording(BiFunction<Language, String, String> sentences) {
    this.sentences = sentences;
  }

  /** A sentence that says nothing of anybody. */
  public String sentence(Language language, String key) {
    return sentences.apply(language, key);
  }

  /**
   * Why there is an alert.
   *
   * @param days red ones
   * @param own whether it is told to the rep it is about
   * @param customer whether the customer may be named
   */
  public String cause(
      Alert alert, List<Measured> days, boolean own, boolean customer, Language language) {
    String named = alert.customerName() == null || !customer ? "" : alert.customerName();
    String key =
        "alert."
            + alert.kind().id()
            + (own ? ".own" : ".team")
            + (alert.kind() == AlertKind.OVERDUE && named.isEmpty() ? ".plain" : "");
    return sentence(language, key)
        .replace("{name}", alert.accountName())
        .replace("{customer}", named)
        .replace("{n}", Integer.toString(days.size()))
        .replace("{days}", joined(named(alert.kind(), days, language), language))
        .replace(
            "{figures}",
            joined(days.stream().map(each -> Integer.toString(each.figure())).toList(), language))
        .replace("{threshold}", Integer.toString(alert.threshold()));
  }

  private static List<String> named(AlertKind kind, List<Measured> days, Language language) {
    return days.stream()
        .map(
            each ->
                kind == AlertKind.COACHING
                    ? each.day().format(language == Language.ZH ? ZH_MONTH : EN_MONTH)
                    : day(each.day(), language))
        .toList();
  }

  /** A day as people say it. */
  public static String day(LocalDate day, Language language) {
    return day.format(language == Language.ZH ? ZH : EN);
  }

  private static String joined(List<String> words, Language language) {
    return words.stream().collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
  }
}
