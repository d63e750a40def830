package dev.dealcoach.scan.parse.text;

import dev.dealcoach.nlp.text.Han;
import java.util.BitSet;

/**
 * The characters that make up about half of any Chinese business text, simplified and traditional:
 * text in a wrong encoding has hardly any of them. Stateless.
 */
final class UsualHan {
  private static final BitSet USUAL = new BitSet();

  static {
    ("的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用"
            + "发天如然作方成者多日都三小二无同么经法当起与好看学进种将还分此心前面又定见只主没公从业产务理服系统户客报价项目管"
            + "设备数据实施合案现场质量效率成本问题需求决策供应商交付验收期款元万月周您贵司我方提供支持功能平台技术标准流程安全"
            + "员工厂车间线部经总监老师机械制造生产订单库存采购销售市场竞品牌第四五六七八九"
            + "這為個們來說國時會後對學與經進種還從業產務統戶報價項數據實現場質應於發過見設備購銷單價總監師機線員廠車間問題決"
            + "轉換書電話網絡資訊開關門點長東")
        .chars()
        .forEach(USUAL::set);
  }

  private UsualHan() {}

  /** The share of usual characters among a text's characters beyond ASCII and punctuation, 0–1. */
  static double share(String text) {
    int usual = 0;
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && (Han.isHan(c) || !Han.isWide(c))) {
        all++;
        if (USUAL.get(c)) {
          usual++;
        }
      }
    }
    return all == 0 ? 0 : (double) usual / all;
  }
}
