package dev.dealcoach.service.score;

import dev.dealcoach.nlp.statement.Pinyin;
import dev.dealcoach.nlp.text.Language;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A text as a bad recogniser writes it: every tenth character by its sound, no punctuation. */
final class Noises {
  private static final String COMMON =
      "时是事十市式使试师识实石室始世士史适食失施示的地得底第低弟帝一以已意义议易衣医依艺在再载有又由右友油游不部步布补人任认仁他她它塔这着者找照了料聊"
          + "力利理里离立例历礼李中种重钟众终大打达答来赖上尚伤商为位未委围微维伟和合何河核盒个各格歌国果过锅到道倒岛刀说数树书属术生声省升胜要药腰摇就九久酒旧"
          + "出初除处厨会回汇惠灰能那哪拿下夏吓夜业叶也页年念粘言演严眼验研颜家加价假架甲后候厚号好毫豪小笑校消晓机几己级及极计记季济技积基起期七其器气企前钱千签"
          + "见件间建检减简面免棉方房放防访法发罚乏成城程称诚承公工功供共宫动东冬懂洞同通统痛铜本奔笨学雪血定订顶丁高告稿搞老劳牢天田甜添点店电典样羊洋阳想向像相香箱"
          + "项象情请清青轻晴清行型形星姓性新心信辛用永勇拥张章掌长帐涨场厂常唱长进近今金紧尽劲经京精景静净竞警全权劝圈决绝觉觉主住注助祝筑自字子资紫姿作做坐座左问文闻温"
          + "安案按暗半办班板版般报包保宝爆北被备背杯贝比笔币必毕闭边变便遍编表标别并病兵冰波播博菜采财才材彩参残策测侧册产铲超抄朝潮车扯陈晨沉尘吃迟持尺齿冲充虫抽仇愁传船穿川"
          + "窗床闯创吹垂春纯纯次此词刺从聪匆粗促存村错措带代待袋贷戴单担蛋弹淡当党挡灯等登邓敌滴调掉吊跌叠独读毒堵度端短断段对队堆顿吨多夺朵恶饿额儿二耳尔反饭翻范犯飞非费肥废"
          + "分份粉纷风封丰疯夫服付副复富父府负附改盖概该干感敢赶刚钢港搁哥更耕够狗构购古股骨鼓顾固故瓜挂关管官馆观惯光广规贵鬼归滚海害孩含寒汉喊航黑恨很红洪护户湖虎互话化花华划"
          + "坏怀换环缓还黄皇慌混婚活火货或获";

  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("their", "there"),
          Map.entry("there", "their"),
          Map.entry("to", "two"),
          Map.entry("two", "to"),
          Map.entry("for", "four"),
          Map.entry("four", "for"),
          Map.entry("week", "weak"),
          Map.entry("weak", "week"),
          Map.entry("waste", "waist"),
          Map.entry("meet", "meat"),
          Map.entry("right", "write"),
          Map.entry("write", "right"),
          Map.entry("hour", "our"),
          Map.entry("our", "hour"),
          Map.entry("know", "no"),
          Map.entry("no", "know"),
          Map.entry("sale", "sail"),
          Map.entry("by", "buy"),
          Map.entry("buy", "by"),
          Map.entry("here", "hear"),
          Map.entry("hear", "here"),
          Map.entry("one", "won"),
          Map.entry("won", "one"),
          Map.entry("eight", "ate"),
          Map.entry("he'd", "heed"),
          Map.entry("we'd", "weed"),
          Map.entry("board", "bored"),
          Map.entry("cost", "kost"),
          Map.entry("price", "prise"),
          Map.entry("been", "bean"),
          Map.entry("plant", "plan"),
          Map.entry("role", "roll"),
          Map.entry("piece", "peace"));

  private static final Map<String, String> GROUPS = groups();

  private Noises() {}

  private static Map<String, String> groups() {
    Map<String, String> groups = new TreeMap<>();
    COMMON
        .chars()
        .distinct()
        .forEach(c -> groups.merge(Pinyin.of((char) c), String.valueOf((char) c), String::concat));
    groups.values().removeIf(group -> group.length() < 2);
    return groups;
  }

  static String of(String text, Language language) {
    return language == Language.ZH ? chinese(text) : english(text);
  }

  private static String chinese(String text) {
    Random random = new Random(text.hashCode());
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String group = GROUPS.get(Pinyin.of(c));
      // one in seven of those that have a homophone here is about one in ten of all
      if (group != null && random.nextInt(7) == 0) {
        int other = random.nextInt(group.length());
        c = group.charAt(group.charAt(other) == c ? (other + 1) % group.length() : other);
      }
      if (Character.isLetterOrDigit(c) || c == ' ' || Character.isSurrogate(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String english(String text) {
    StringBuilder out = new StringBuilder();
    for (String word :
        text.toLowerCase(Locale.ROOT).replaceAll("[.,](?!\\d)|[!?;:\"“”—–()]", " ").split("\\s+")) {
      out.append(out.isEmpty() ? "" : " ").append(ENGLISH.getOrDefault(word, word));
    }
    return out.toString();
  }
}
