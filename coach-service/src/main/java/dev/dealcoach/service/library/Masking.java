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

  private static final String TITLES =
      "董事长|副总裁|副总经理|总经理|副总|总监|总工|总裁|经理|主任|部长|科长|处长|局长|院长|校长|厂长|所长|站长|店长|"
          + "行长|书记|主管|主席|会长|师傅|老师|教授|博士|医生|大夫|护士长|工程师|会计|班长|组长|队长|专员|秘书|"
          + "先生|女士|小姐|总|工|董|姐|哥";

  private static final String SURNAMES =
      "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|夏侯|"
          + "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
          + "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐傅皮卞齐康伍余卜顾孟黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒"
          + "屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解宗丁宣邓郁单杭洪包诸左石"
          + "崔吉钮龚程嵇邢裴陆荣翁荀羊甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬郗班仰秋仲伊宫宁仇栾暴甘厉祖武符刘景詹束龙"
          + "叶幸韶黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿边扈燕冀郏浦尚农温别庄晏柴"
          + "瞿阎充慕连茹习艾鱼容古易慎戈廖庾终暨居衡步耿满弘匡国文寇广东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷辛阚那简饶空曾沙关游竺覃岳涂肖迟代裘]";

  /** Words that look like a surname with a title but are none. */
  private static final Pattern NOBODY =
      Pattern.compile(
          "^(?:老总|贵总|高工|高管|施工|员工|职工|加工|分工|技工|电工|焊工|人工|手工|开工|完工|竣工|停工|返工|动工|汇总|农工|"
              + "项目|成本|安全|高级|常务|方案|单位|水电|石化|金融|车间|满意|计划|党委|区域|解决|国内|文档|国际|文化|广告|"
              + "农业|林业|包装|管理|金属|江苏|成都|广州|广东|华东|华南|华北|华中|温控|边缘|双方|干部|支部|支行|终端|路线|连锁|"
              + "白班|经营|段|景区|牧场|关务|车辆|强电|毕业|郎|家庭|能源|季度|易|利润|明年|祝|安装|安保|石油|黄金|水务|谷|"
              + "常规|许可|何时|沙|单店|单项|曲线|滑|商|章程|空压|危化|花|成品|危|束|左右|解|白|明|从|单).*");

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
          new Rule(
              Kind.PERSON,
              1,
              "(?:[Cc]ontact|[Aa]ttention|[Aa]ttn|[Ss]igned by|[Ss]igned|[Rr]egards|[Ff]rom)[:,]?\\s+([A-Z][a-z'-]+\\s+[A-Z][a-z'-]+)"),
          new Rule(
              Kind.PERSON,
              1,
              "([A-Z][a-z'-]+\\s+[A-Z][a-z'-]+)(?=,?\\s+(?:said|says|told|wrote|asked|signed|confirmed|agreed)\\b)"),
          new Rule(
              Kind.PERSON,
              1,
              "([A-Z][a-z'-]+\\s+[A-Z][a-z'-]+)(?=,\\s+(?:[Tt]he |[Hh]ead|[Cc]hief|[Pp]lant|[Oo]perations|[Ff]inance|[Ss]ales|[Pp]urchasing|[Mm]anaging|[Dd]irector|CEO|CFO|CTO|COO))"),
          new Rule(Kind.PERSON, 0, "(?<!\\p{IsHan})[老小阿](?:" + SURNAMES + ")(?=[，。：:、；说讲问]|$)"),
          new Rule(
              Kind.PERSON,
              1,
              "((?:"
                  + SURNAMES
                  + ")\\p{IsHan}{0,2}?)(?=(?:"
                  + TITLES
                  + ")(?!程|作|艺|序|具|厂|人|业|期|资|时|会|体|量|额|数|部|是|之|共|计|价|包))"),
          new Rule(
              Kind.PERSON,
              1,
              "(?:"
                  + TITLES
                  + "|联系人|负责人|经办人|签字人|法人|代表)[:：]?\\s*((?:"
                  + SURNAMES
                  + ")\\p{IsHan}{1,2})(?=[，。：:、；（(“\"\\s]|说|表示|讲|问|签|$)"));

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
        boolean none =
            rule.kind == Kind.PERSON
                && NOBODY.matcher(text.substring(span.start())).find()
                && Han.isHan(words.charAt(0));
        if (!none && !words.isBlank() && !isOurs(words)) {
          all.add(new Found(span, rule.kind, mask(rule.kind, words, language)));
        }
      }
    }
    all.sort(
        Comparator.comparing((Found each) -> each.span().start())
            .thenComparing(each -> -each.span().end())
            .thenComparing(Found::kind));
    List<Found> apart = new ArrayList<>();
    for (Found each : all) {
      if (apart.isEmpty() || apart.getLast().span().end() <= each.span().start()) {
        apart.add(each);
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
        name.replaceFirst("(?:" + TITLES + ")$", "")
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
