package dev.dealcoach.service.library;

import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names, contacts, numbers and amounts of people and companies in a passage and masks them.
 * It knows the names it is told, and patterns; what patterns leave a person has to look for. Pure.
 *
 * @see ChineseNames
 */
public final class Masking {
  /** What is masked, in the order in which it wins where two overlap. */
  public enum Kind {
    /** A company that the service knows. */
    COMPANY,
    /** A person. */
    PERSON,
    /** A mail address. */
    MAIL,
    /** A page on the web. */
    LINK,
    /** A number of an identity card, account, contract or company. */
    ID,
    /** A telephone number. */
    PHONE,
    /** An amount of money. */
    AMOUNT;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A place to be masked.
   *
   * @param mask what stands there instead
   */
  public record Found(Span span, Kind kind, String mask) {}

  /**
   * A masked passage.
   *
   * @param masks the places of the masks in it
   */
  public record Masked(String text, List<Found> masks) {
    public Masked {
      masks = List.copyOf(masks);
    }
  }

  /** Names that the service knows. */
  public record Known(SortedSet<String> companies, SortedSet<String> people) {
    /** No names. */
    public static final Known NOBODY = new Known(new TreeSet<>(), new TreeSet<>());

    /**
     * Names as they are noted in deals and accounts; people may be several in one text.
     *
     * @param people such as {@code 王工、李主任}
     */
    public static Known of(Collection<String> companies, Collection<String> people) {
      TreeSet<String> firms = new TreeSet<>();
      companies.forEach(name -> firms.addAll(forms(name)));
      TreeSet<String> persons = new TreeSet<>();
      for (String several : people) {
        for (String one : several.split("[、，,;；/|&()（）]|\\s+(?:and|和|与)\\s+")) {
          persons.addAll(personForms(one.strip()));
        }
      }
      return new Known(firms, persons);
    }
  }

  private static final Pattern LEGAL =
      Pattern.compile(
          "(?:股份)?(?:有限)?(?:责任)?公司$|集团$|\\s+(?:Ltd|Limited|Inc|LLC|GmbH|plc|Corp|Co)\\.?$",
          Pattern.CASE_INSENSITIVE);

  /** A given name and a family name. */
  private static final String FULL = "([A-Z][a-z'-]+\\s+[A-Z][a-z'-]+)";

  /** What is written as a name is, and is an office or a thing. */
  private static final Pattern OFFICE =
      Pattern.compile(
          "^(?:The|Our|Your|Their|A|An|This|Head|Chief|Project|Product|Plant|Site|Sales|Account|Customer|General|Managing|Operations|"
              + "Finance|Purchasing|Quality|Service|Night|Day|New|Old)\\s"
              + "|\\s(?:Manager|Director|Lead|Head|Officer|Engineer|Supervisor|Team|Department|Success|Support|Office|Board|Monitoring|"
              + "Management|Control|Store|Line|System|Service|Services)$");

  private static final List<Rule> RULES =
      List.of(
          new Rule(Kind.MAIL, 0, "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"),
          new Rule(Kind.LINK, 0, "(?:https?://|www\\.)[^\\s，。；、）)\"”]+"),
          new Rule(Kind.ID, 0, "(?<![0-9A-Za-z])\\d{17}[0-9Xx](?![0-9A-Za-z])"),
          new Rule(
              Kind.ID,
              0,
              "(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])"),
          new Rule(
              Kind.ID,
              1,
              "(?:身份证|账号|帐号|卡号|税号|合同编号|合同号|工号|车牌|微信号?|QQ|passport|account|contract)"
                  + "(?:号码|号|\\s*(?:no|number)\\.?)?\\s*[:：为是#]?\\s*([0-9A-Za-z][0-9A-Za-z_-]{4,})"),
          new Rule(Kind.ID, 0, "(?<!\\d)\\d{15,19}(?!\\d)"),
          new Rule(Kind.PHONE, 0, "(?<!\\d)(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)"),
          new Rule(Kind.PHONE, 0, "(?<!\\d)0\\d{2,3}[- ]\\d{7,8}(?:-\\d{1,5})?(?!\\d)"),
          new Rule(Kind.PHONE, 0, "(?<![\\d.])\\+\\d{1,3}(?:[ -]?\\(?\\d{1,4}\\)?){2,5}(?!\\d)"),
          new Rule(Kind.PHONE, 0, "(?<!\\d)(?:400|800)[- ]?\\d{3}[- ]?\\d{4}(?!\\d)"),
          new Rule(
              Kind.AMOUNT,
              0,
              "(?:[¥￥$€£]|RMB|USD|EUR|GBP|CNY)\\s?\\d[\\d,]*(?:\\.\\d+)?(?:\\s?(?:万|亿|k|m|million|thousand|bn))?"),
          new Rule(
              Kind.AMOUNT,
              0,
              "(?:人民币)?[0-9一二两三四五六七八九十百千][0-9,，.一二两三四五六七八九十百千]*\\s?[万亿]?(?:元|块钱|美元|欧元)(?!素|旦|器|件|宵)"),
          new Rule(
              Kind.AMOUNT,
              0,
              "\\d[\\d,]*(?:\\.\\d+)?\\s?(?:dollars|euros|pounds|yuan|RMB|USD|EUR|GBP)\\b"),
          new Rule(
              Kind.COMPANY,
              0,
              "(?:(?![与和给由在向是为对跟及到被把从])[\\p{IsHan}（）]){2,14}(?:有限责任公司|有限公司|股份公司|集团)"),
          new Rule(
              Kind.COMPANY,
              0,
              "\\b(?:[A-Z][\\w&'-]+\\s+){1,4}(?:Ltd|Limited|Inc|LLC|GmbH|plc|PLC|Corp|Corporation|Group|Holdings)\\b\\.?"),
          new Rule(
              Kind.PERSON,
              0,
              "\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.?\\s+[A-Z][\\w'-]+(?:\\s+[A-Z][\\w'-]+)?"),
          new Rule(Kind.PERSON, 0, "\\b(?:[Mm]ister|mr|mrs)\\.?\\s+[A-Za-z][\\w'-]+"),
          new Rule(
              Kind.PERSON,
              1,
              "(?:[Cc]ontact|[Aa]ttention|[Aa]ttn|[Ss]igned by|[Ss]igned|[Rr]egards|[Ff]rom|[Tt]hanks to)[:,]?\\s+"
                  + FULL),
          new Rule(
              Kind.PERSON,
              1,
              "\\b(?:[Mm]et|[Mm]eet|[Ss]aw|(?:[Ss]poke|[Tt]alked|[Cc]all(?:ed)?|[Mm]et|[Mm]eeting)\\s+(?:to|with)|[Cc]alled|[Ee]mailed|[Aa]sked)\\s+"
                  + FULL),
          new Rule(
              Kind.PERSON,
              1,
              "\\b(?:[Mm]et|[Mm]eet|[Ss]aw)\\s+[A-Z][a-z'-]+\\s+[A-Z][a-z'-]+\\s+and\\s+" + FULL),
          new Rule(
              Kind.PERSON,
              1,
              FULL
                  + "(?=,?\\s+(?:said|says|told|wrote|asked|signed|confirmed|agreed|wants|approved|introduced|promised)\\b)"),
          new Rule(
              Kind.PERSON,
              1,
              FULL
                  + "(?=,\\s+(?:[Tt]he |[Hh]ead|[Cc]hief|[Pp]lant|[Oo]perations|[Ff]inance|[Ss]ales|[Pp]urchasing|[Mm]anaging|[Dd]irector|CEO|CFO|CTO|COO|agreed|who))"));

  /**
   * A pattern.
   *
   * @param group that is masked
   */
  private record Rule(Kind kind, int group, Pattern pattern) {
    Rule(Kind kind, int group, String regex) {
      this(kind, group, Pattern.compile(regex, Pattern.MULTILINE));
    }
  }

  private Masking() {}

  /** The places that should be masked, in their order, none overlapping another. */
  public static List<Found> find(String text, Known known, Language language) {
    List<Found> all = new ArrayList<>();
    known.companies().forEach(name -> named(text, name, Kind.COMPANY, language, all));
    known.people().forEach(name -> named(text, name, Kind.PERSON, language, all));
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern.matcher(text);
      while (matcher.find()) {
        Span span = new Span(matcher.start(rule.group), matcher.end(rule.group));
        String words = span.of(text);
        boolean office = rule.kind == Kind.PERSON && OFFICE.matcher(words).find();
        if (!office && !words.isBlank() && !isOurs(words)) {
          all.add(new Found(span, rule.kind, mask(rule.kind, words, language)));
        }
      }
    }
    for (Span span : ChineseNames.find(text)) {
      all.add(new Found(span, Kind.PERSON, mask(Kind.PERSON, span.of(text), language)));
    }
    all.sort(
        Comparator.comparing((Found each) -> each.span().start())
            .thenComparing(each -> -each.span().end())
            .thenComparing(Found::kind));
    List<Found> apart = new ArrayList<>();
    for (Found each : all) {
      Found last = apart.isEmpty() ? null : apart.getLast();
      if (last == null || last.span().end() <= each.span().start()) {
        apart.add(each);
      } else if (last.kind() == each.kind() && last.span().end() < each.span().end()) {
        Span both = new Span(last.span().start(), each.span().end());
        apart.set(apart.size() - 1, new Found(both, last.kind(), last.mask()));
      }
    }
    return apart;
  }

  private static boolean isOurs(String words) {
    return words.startsWith("贵") || words.startsWith("我") || words.startsWith("本公司");
  }

  private static void named(
      String text, String name, Kind kind, Language language, List<Found> found) {
    boolean letters = !Han.isHan(name.charAt(0));
    Matcher matcher =
        Pattern.compile(
                (letters ? "(?<![\\p{L}\\p{N}])" : "")
                    + Pattern.quote(name)
                    + (letters ? "(?![\\p{L}\\p{N}])" : ""),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(text);
    while (matcher.find()) {
      found.add(
          new Found(new Span(matcher.start(), matcher.end()), kind, mask(kind, name, language)));
    }
  }

  private static String mask(Kind kind, String words, Language language) {
    boolean name = kind == Kind.COMPANY || kind == Kind.PERSON;
    boolean chinese = name ? Han.isHan(words.charAt(0)) : language == Language.ZH;
    return switch (kind) {
      case COMPANY -> chinese ? "某客户" : "[company]";
      case PERSON -> chinese ? "某" : "[person]";
      case MAIL -> chinese ? "［邮箱］" : "[mail]";
      case LINK -> chinese ? "［网址］" : "[link]";
      case ID -> chinese ? "［编号］" : "[number]";
      case PHONE -> chinese ? "［电话］" : "[phone]";
      case AMOUNT -> chinese ? "××元" : "[amount]";
    };
  }

  /** The passage with everything found in it masked. */
  public static Masked mask(String text, Known known, Language language) {
    StringBuilder out = new StringBuilder();
    List<Found> masks = new ArrayList<>();
    int done = 0;
    for (Found each : find(text, known, language)) {
      out.append(text, done, each.span().start());
      int start = out.length();
      out.append(each.mask());
      masks.add(new Found(new Span(start, out.length()), each.kind(), each.mask()));
      done = each.span().end();
    }
    return new Masked(out.append(text, done, text.length()).toString(), masks);
  }

  /** A company's name, and how people shorten it. */
  private static List<String> forms(String name) {
    List<String> forms = new ArrayList<>();
    String whole = name.strip();
    if (whole.length() < 2) {
      return forms;
    }
    forms.add(whole);
    String bare = LEGAL.matcher(whole).replaceFirst("").strip();
    if (bare.length() >= 2) {
      forms.add(bare);
    }
    if (bare.length() >= 4 && bare.chars().allMatch(c -> Han.isHan((char) c))) {
      forms.add(bare.substring(0, 2));
    }
    String[] words = bare.split("\\s+");
    if (words.length > 1
        && words[0].length() >= 4
        && !COMMON.contains(words[0].toLowerCase(Locale.ROOT))) {
      forms.add(words[0]);
    }
    return forms;
  }

  private static final SortedSet<String> COMMON =
      new TreeSet<>(
          List.of(
              "american",
              "british",
              "central",
              "china",
              "city",
              "east",
              "eastern",
              "europe",
              "first",
              "general",
              "global",
              "great",
              "green",
              "international",
              "modern",
              "national",
              "north",
              "northern",
              "royal",
              "south",
              "southern",
              "united",
              "west",
              "western",
              "world",
              "best",
              "blue",
              "quality",
              "digital",
              "smart"));

  private static List<String> personForms(String name) {
    List<String> forms = new ArrayList<>();
    String bare =
        name.replaceFirst("(?:" + ChineseNames.TITLES + ")$", "")
            .replaceFirst("^(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.?\\s+", "");
    // an account may be called after its office
    if (bare.length() >= 2 && !bare.endsWith("员") && !bare.endsWith("部")) {
      forms.add(bare);
      String[] words = bare.split("\\s+");
      if (words.length > 1 && !Han.isHan(bare.charAt(0))) {
        forms.add(words[words.length - 1]);
        forms.add(words[0]);
      }
      if (bare.length() == 3 && bare.chars().allMatch(c -> Han.isHan((char) c))) {
        forms.add(bare.substring(1)); // colleagues use the given name
      }
    }
    forms.removeIf(form -> form.length() < 2);
    return forms;
  }
}
