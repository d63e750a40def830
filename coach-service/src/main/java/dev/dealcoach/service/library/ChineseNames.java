package dev.dealcoach.service.library;

import dev.dealcoach.kb.text.Term;
import dev.dealcoach.kb.text.Words;
import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names of people in Chinese text: a surname before a title, after a title or a label, before
 * a word that only a person does. Nearly every surname is a word or the beginning of words as well
 * (单位, 明天, 解决); what the dictionary cuts as a word is no name, whoever may be called so, and every
 * surname is taken for one otherwise: a person looks at what was found, and cannot look at what was
 * not. Pure.
 */
final class ChineseNames {
  private static final String LONG_TITLES =
      "董事长|副董事长|副总裁|副总经理|总经理|副经理|副总工|副总|总监|总工程师|总工|总裁|经理|副主任|主任|部长|科长|处长|局长|院长|校长|厂长|所长|站长|店长|"
          + "行长|书记|主管|主席|会长|师傅|老师|教授|博士|医生|大夫|护士长|工程师|会计|班长|组长|队长|专员|秘书|"
          + "先生|女士|小姐|老板";

  /** Titles, the longer first where one begins as another does. */
  static final String TITLES = LONG_TITLES + "|总|工|董|姐|哥";

  private static final String COMPOUND =
      "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐|宇文|长孙|鲜于|闻人|申屠|呼延|淳于|单于|轩辕|端木|南宫|西门|东郭|澹台|"
          + "公冶|宗政|濮阳|仲孙|钟离|拓跋|万俟|独孤|闾丘|赫连|梁丘";

  private static final String SINGLE =
      "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
          + "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐傅皮卞齐康伍余卜顾孟黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒"
          + "屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解宗丁宣邓郁单杭洪包诸左石"
          + "崔吉钮龚程嵇邢裴陆荣翁荀羊甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬郗班仰秋仲伊宫宁仇栾暴甘厉祖武符刘景詹束龙"
          + "叶幸韶黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿边扈燕冀郏浦尚农温别庄晏柴"
          + "瞿阎充慕连茹习艾鱼容古易慎戈廖庾终暨居衡步耿满弘匡国文寇广东沃利蔚越夔隆师巩厍聂晁勾敖融冷辛阚那简饶空曾沙关游竺覃岳涂肖迟代"
          + "欧付闫商佟苟栗佘仝亓邸逯郜郄冼晋楚阙檀荆粟尧丛于应仉庹褟矫敬战初滑原逄税";

  private static final String SURNAME = "(?:" + COMPOUND + "|[" + SINGLE + "])";

  /** What follows makes another word of a short title: 总结, 总部, 工作. */
  private static final Pattern TITLE =
      Pattern.compile(
          "(?:"
              + LONG_TITLES
              + ")(?![部室制级岗人])"
              + "|总(?![结体部量额数计价包共之成线控图则归算务产资重装监裁店厂院仓代行汇表闸阀站])"
              + "|工(?![程作艺序具厂人业期资时会种况段位装单件头地费伤龄号牌衣匠商科友棚])"
              + "|[董姐哥](?![事妹们])");

  private static final Pattern ROUTINE =
      Pattern.compile("(?<!\\p{IsHan})(?:高|施|包)(?=工(?:说(?!明)|讲|表示|提出|认为|觉得|那边|本人|签|拍板|点头|答应|回复))");

  /** What only a person does, straight after the name. */
  private static final String DOES =
      "说(?!明)|表示|认为|觉得|提出|反馈|签字|签了|拍板|点头|答应|同意|回复|告诉|要求|问[我你他她道]|讲|来电|到场|在场|介绍|亲自|点了头|那边|已经?[收签批]";

  /** What is done together with a person, between whose name and it nothing stands. */
  private static final String TOGETHER = "见[面了]?|聊|谈|通[了话电]|碰[面头了]?|对接|沟通|一起|吃饭|开会|核对|" + DOES;

  private static final String NAME =
      "(?:(?:" + COMPOUND + ")\\p{IsHan}{1,2}?|[" + SINGLE + "]\\p{IsHan}{1,2}?)";

  private static final Pattern DOING = Pattern.compile("(" + NAME + ")(?=" + DOES + ")");

  private static final Pattern WITH =
      Pattern.compile(
          "(?:[和跟与]|见到?了?|见过|约了?|找到?了?|拜访了?|联系了?)(" + NAME + ")(?=" + TOGETHER + "|了|[，。；、\\s]|$)");

  private static final Pattern AFTER =
      Pattern.compile(
          "(?:"
              + LONG_TITLES
              + "|联系人|负责人|经办人|签字人|签收人|法人|代表|名叫|我是)[:：是]?\\s*("
              + NAME
              + ")(?=[，。：:、；（(“\"\\s]|说|表示|讲|问|签|已经|$)");

  private static final Pattern CALLED = Pattern.compile("姓(" + SURNAME + ")(?!名)");

  private static final Pattern FAMILIAR =
      Pattern.compile(
          "(?<!\\p{IsHan})[老小阿]("
              + SURNAME
              + ")(?=[，。：:、；\\s]|$|说|讲|问|觉得|认为|那边|同意|签|答应|回|带|今天|昨天|已经|也|要|在)"
              + "|(?<=[和跟与找请问给让由])[老小阿]("
              + SURNAME
              + ")(?=[，。：:、；\\s]|$|说|讲|问|要|看|聊|谈|去|一起|带|把)");

  private static final Pattern LIST =
      Pattern.compile("(?:参会|参加|出席|到场|与会|在场|签字|陪同)(?:人员|人|者)?[:：]\\s*([^。；\\n]*)");

  private static final Pattern LISTED =
      Pattern.compile("(?<=[:：、，,\\s])(" + NAME + ")(?=[、，,\\s]|$)");

  /** Characters that no given name has. */
  private static final String NO_GIVEN = "的了在是和与及或个这那些们里把被让给对从到说就也都请找有没不我你他她它某各每哪";

  /** What places and groups end in; a name without a title that ends so is none. */
  private static final String GROUP = "部处科厂司院局组队区县市省镇村店室所站层方员户商者家行社网台人年日期点时间";

  /** Surnames that are prepositions or pronouns as well, before another surname. */
  private static final String FUNCTION = "那连于时常曾关应任";

  /** Words that the dictionary does not have as one. */
  private static final Set<String> WORDS =
      Set.of(
          "项目", "成本", "安全", "常务", "方案", "单位", "水电", "石化", "车间", "党委", "区域", "文档", "温控", "双方", "支行",
          "关务", "强电", "弱电", "安保", "水务", "单店", "单项", "空压", "危化", "危废", "成品", "左右", "高新", "线束", "外包",
          "总包", "分包", "仓管", "品管", "网管", "客单", "订单", "跟单", "制单", "工段", "路段", "广告", "江苏", "成都", "广州",
          "广东", "华东", "华南", "华北", "华中", "华西", "包材", "解冻", "束管", "战区", "时任", "现任", "曾任", "将任", "白班",
          "易损", "段位", "花园", "商户", "商品", "商场", "商务", "单据", "单独", "明细", "谷物", "国企", "家电", "家具", "路由",
          "路灯", "高温", "高速", "高层", "高管", "施工", "包工", "高工", "平方", "甲方", "乙方", "我方", "贵方", "对方", "厂方",
          "院方", "校方", "店方", "三方", "官方", "资方", "供方", "需方", "买方", "卖方", "全员", "金融", "金属", "黄金", "管线",
          "干线", "计划", "连锁", "许可", "原料", "原材", "班组", "初审", "终审", "终端", "边缘", "景区", "牧场", "章程", "滑石");

  /** Words that are people's names as often, before a title. */
  private static final Set<String> ALSO_NAMES =
      Set.of(
          "白玉兰", "高峰", "高山", "高原", "高远", "高扬", "高洁", "高明", "高兴", "高飞", "马力", "江山", "江涛", "江河", "江海",
          "白杨", "白雪", "白云", "白露", "白桦", "石磊", "石林", "石英", "方圆", "方正", "方舟", "安宁", "安静", "安康", "安然",
          "安详", "田野", "田园", "金星", "金城", "金山", "金玉", "金石", "雷雨", "雷鸣", "雷霆", "黄河", "黄山", "黄海", "杨柳",
          "林海", "林立", "严肃", "严明", "严格", "康健", "常青", "常胜", "谷雨", "谷穗", "谷子", "易中", "花蕾", "花木", "明月",
          "明珠", "叶青", "于洋", "路遥", "路平", "时光", "温和", "温馨", "文静", "武威", "夏天", "夏至", "秋水", "乐天", "成功",
          "成龙", "万里", "万全", "华山", "国强", "国栋", "国庆");

  private ChineseNames() {}

  /** The names, in no order; one may overlap another. */
  static List<Span> find(String text) {
    if (text.chars().noneMatch(c -> Han.isHan((char) c))) {
      return List.of();
    }
    Cut cut = new Cut(text);
    List<Span> found = new ArrayList<>();
    BitSet offices = new BitSet();
    Matcher titles = TITLE.matcher(text);
    while (titles.find()) {
      offices.set(titles.start());
      before(text, titles.start(), titles.end(), cut, found);
    }
    all(ROUTINE, text).forEach(found::add);
    all(CALLED, text).forEach(found::add);
    all(FAMILIAR, text).forEach(found::add);
    untitled(DOING, text, cut, offices, true, found);
    untitled(WITH, text, cut, offices, false, found);
    untitled(AFTER, text, cut, offices, false, found);
    Matcher lists = LIST.matcher(text);
    while (lists.find()) {
      Matcher names = LISTED.matcher(text).region(lists.start(1), lists.end(1));
      names.useTransparentBounds(true).useAnchoringBounds(false);
      while (names.find()) {
        if (given(text, names.start(1), names.end(1))) {
          found.add(new Span(names.start(1), names.end(1)));
        }
      }
    }
    return found;
  }

  private static List<Span> all(Pattern pattern, String text) {
    List<Span> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      int group = matcher.groupCount() == 0 ? 0 : 1;
      while (group < matcher.groupCount() && matcher.start(group) < 0) {
        group++;
      }
      found.add(new Span(matcher.start(group), matcher.end(group)));
    }
    return found;
  }

  /** The longest name that ends where a title begins. */
  private static void before(String text, int end, int titleEnd, Cut cut, List<Span> found) {
    for (int start = Math.max(0, end - 4); start < end; start++) {
      int family = family(text, start, end);
      boolean fits = family == 2 ? end - start <= 4 : family == 1 && end - start <= 3;
      if (fits && isHan(text, start, end) && titled(text, start, end, titleEnd, family, cut)) {
        found.add(new Span(start, end));
        return;
      }
    }
  }

  private static boolean titled(
      String text, int start, int end, int titleEnd, int family, Cut cut) {
    String name = text.substring(start, end);
    int length = end - start;
    if (cut.inside(start) || !given(text, start + family, end) || pair(text, start)) {
      return false;
    }
    boolean function = FUNCTION.indexOf(name.charAt(0)) >= 0;
    if (function && length == 2 && SINGLE.indexOf(name.charAt(1)) >= 0) {
      return false; // 连白总都: the second is the surname
    }
    if (length == 1 && "那连".indexOf(name.charAt(0)) >= 0 && titleEnd - end > 1) {
      return false;
    }
    return family == 2 || !isWord(text, start, cut) || ALSO_NAMES.contains(name);
  }

  /** Whether a word begins here that is longer than a surname. */
  private static boolean isWord(String text, int start, Cut cut) {
    boolean listed = start + 2 <= text.length() && WORDS.contains(text.substring(start, start + 2));
    return listed || cut.end(start) - start >= 2;
  }

  /** Whether the first character belongs to a word with the one before it. */
  private static boolean pair(String text, int start) {
    return start > 0 && WORDS.contains(text.substring(start - 1, start + 1));
  }

  private static void untitled(
      Pattern pattern, String text, Cut cut, BitSet offices, boolean free, List<Span> found) {
    Matcher matcher = pattern.matcher(text);
    int from = 0;
    while (matcher.find(from)) {
      int start = matcher.start(1);
      int end = matcher.end(1);
      from = start + 1;
      String name = text.substring(start, end);
      boolean begins = !free || start == 0 || !cut.inside(start);
      int office = offices.nextSetBit(start + 1);
      if (begins
          && (office < 0 || office >= end)
          && !pair(text, start)
          && given(text, start + 1, end)
          && GROUP.indexOf(text.charAt(end - 1)) < 0
          && (!isWord(text, start, cut) || ALSO_NAMES.contains(name) || compound(name))) {
        found.add(new Span(start, end));
        from = end;
      }
    }
  }

  private static boolean compound(String name) {
    return name.length() > 2 && family(name, 0, name.length()) == 2;
  }

  /** How many characters the surname has that stands here: 0 if there is none. */
  private static int family(String text, int start, int end) {
    if (end - start >= 2 && TWO.contains(text.substring(start, start + 2))) {
      return 2;
    }
    return SINGLE.indexOf(text.charAt(start)) >= 0 ? 1 : 0;
  }

  private static final Set<String> TWO = Set.of(COMPOUND.split("\\|"));

  private static boolean given(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (NO_GIVEN.indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHan(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Han.isHan(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** How the dictionary cuts a text into words. */
  private static final class Cut {
    private final int[] starts;
    private final int[] ends;

    Cut(String text) {
      starts = new int[text.length()];
      ends = new int[text.length()];
      for (int i = 0; i < text.length(); i++) {
        starts[i] = i;
        ends[i] = i + 1;
      }
      for (Term term : Words.of(text)) {
        for (int i = term.place().start(); i < term.place().end(); i++) {
          starts[i] = term.place().start();
          ends[i] = term.place().end();
        }
      }
    }

    /** Whether a word goes on here that began before. */
    boolean inside(int place) {
      return starts[place] < place;
    }

    /** Where the word ends that holds this place. */
    int end(int place) {
      return ends[place];
    }
  }
}
