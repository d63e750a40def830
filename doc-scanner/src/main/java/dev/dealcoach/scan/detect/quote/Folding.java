package dev.dealcoach.scan.detect.quote;

import dev.dealcoach.nlp.text.Han;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings characters that mean the same to one form: full width to half width, capital to small
 * letters, the commonest traditional Chinese characters to simplified ones. Stateless.
 */
public final class Folding {
  /**
   * Traditional and simplified in turn: the characters of business talk, not the whole standard.
   */
  private static final String PAIRS =
      "個个們们這这來来時时說说話话對对會会沒没為为與与過过還还後后裡里裏里麼么樣样點点問问題题開开關关"
          + "電电車车機机廠厂設设備备產产業业務务員员經经東东長长門门間间單单號号發发現现實实際际應应該该讓让"
          + "請请誰谁講讲談谈訴诉記记計计訂订價价錢钱費费預预總总結结約约線线級级給给統统組组織织終终續续維维"
          + "網网數数據据報报壞坏補补貨货貴贵買买賣卖賬账賠赔質质購购資资贏赢輸输運运連连達达遲迟選选邊边邏逻"
          + "檢检驗验標标準准確确認认識识證证評评議议護护變变贈赠週周調调論论譯译讀读謝谢謹谨轉转輕轻較较載载"
          + "辦办協协勞劳動动勢势區区醫医協协參参雙双歸归當当錄录徵征從从復复徑径愛爱慮虑懷怀態态憂忧慣惯戰战"
          + "戶户揚扬換换損损搶抢擇择擔担據据擁拥擠挤擾扰攔拦斷断於于舊旧晝昼暫暂書书條条楊杨極极構构樓楼機机"
          + "歲岁歡欢殘残殺杀氣气決决況况減减溫温測测準准滿满漲涨漸渐潔洁濕湿灣湾無无煩烦熱热爭争狀状獎奖獨独"
          + "環环畫画異异痾疴盡尽監监盤盘眾众碼码礙碍禮礼種种稱称積积穩稳窮穷筆笔節节範范築筑簡简簽签類类糧粮"
          + "緊紧緒绪練练縮缩繳缴罰罚聽听職职聯联腳脚膠胶臟脏臨临舉举莊庄華华萬万葉叶著着處处虧亏蟲虫術术衝冲"
          + "裝装製制複复規规視视親亲覺觉觀观觸触詢询誤误課课諾诺負负財财責责貼贴貿贸賓宾賴赖趕赶跡迹踐践軟软"
          + "輪轮輯辑農农遠远適适遺遗郵邮釋释針针銀银銷销鋁铝鋼钢錯错鍵键鎖锁鏈链鐵铁閉闭閱阅陳陈陽阳階阶隊队"
          + "隨随險险隱隐雜杂離离難难雲云靜静響响頁页頂顶項项順顺須须領领頭头頻频顧顾顯显風风飛飞餘余館馆駐驻"
          + "騙骗驚惊體体髒脏鬧闹魚鱼麗丽齊齐龍龙幾几廣广庫库師师帶带帳帐幫帮幹干強强彈弹彙汇後后徹彻慘惨憑凭";

  private static final char[] SIMPLIFIED = new char[0x10000];

  static {
    for (int i = 0; i + 1 < PAIRS.length(); i += 2) {
      SIMPLIFIED[PAIRS.charAt(i)] = PAIRS.charAt(i + 1);
    }
  }

  private Folding() {}

  /**
   * The form in which a character is compared. Characters that fold to several stay as they are.
   */
  public static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    if (Han.isHan(c)) {
      char simple = SIMPLIFIED[c];
      return simple == 0 ? c : simple;
    }
    if (c == '\u2019' || c == '\u2018' || c == '\u02BC') {
      return '\'';
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return fold((char) (c - 0xFEE0));
    }
    String wide = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    return wide.length() == 1 ? wide.toLowerCase(Locale.ROOT).charAt(0) : c;
  }

  /**
   * What is left of a text when punctuation, case, width and script variants do not count: letters
   * and digits, words parted by one space, Chinese without spaces. Two texts that share this key
   * are the same words.
   */
  public static String words(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    boolean gap = true;
    for (int i = 0; i < text.length(); i++) {
      char c = fold(text.charAt(i));
      if (c == '\'' && !gap && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1))) {
        continue; // don't, it's: one word
      }
      if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) {
        gap = true;
        continue;
      }
      boolean han = Han.isHan(c);
      boolean afterHan = !out.isEmpty() && Han.isHan(out.charAt(out.length() - 1));
      if (!out.isEmpty() && !han && !afterHan && gap) {
        out.append(' ');
      }
      out.append(c);
      gap = false;
    }
    return out.toString();
  }

  /** Whether the words of {@code part} stand in {@code whole} in the same order without a gap. */
  public static boolean holds(CharSequence whole, CharSequence part) {
    String words = words(part);
    if (words.isEmpty()) {
      return false;
    }
    String in = words(whole);
    int at = in.indexOf(words);
    while (at >= 0) {
      if (edge(in, at) && edge(in, at + words.length())) {
        return true;
      }
      at = in.indexOf(words, at + 1);
    }
    return false;
  }

  private static boolean edge(String words, int at) {
    if (at <= 0 || at >= words.length()) {
      return true;
    }
    char before = words.charAt(at - 1);
    char after = words.charAt(at);
    return before == ' ' || after == ' ' || Han.isHan(before) || Han.isHan(after);
  }
}
