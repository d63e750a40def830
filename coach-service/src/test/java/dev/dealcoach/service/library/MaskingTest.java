package dev.dealcoach.service.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, numbers and contacts go; what teaches stays. */
class MaskingTest {
  private static final Masking.Known KNOWN =
      Masking.Known.of(
          List.of("砺锋冲压有限公司", "Alder Foods Ltd", "和畅物业"),
          List.of("王建国厂长、周工", "Priya Raman", "林晓舟"));

  private static String masked(String text) {
    return Masking.mask(text, KNOWN, Language.of(text)).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "砺锋冲压二线换模由52分钟降到21分钟 | 某客户二线换模由52分钟降到21分钟",
        "砺锋的王建国说换模太慢 | 某客户的某说换模太慢",
        "王厂长在场签字 | 某厂长在场签字",
        "质量部姜部长同意接电话核实 | 质量部某部长同意接电话核实",
        "请联系13812345678或zhang.wei@lifeng.cn | 请联系［电话］或［邮箱］",
        "座机0571-87654321，微信：lf_wang88 | 座机［电话］，微信：［编号］",
        "身份证330106198801011234 | 身份证［编号］",
        "合同总价128.5万元，分三期 | 合同总价××元，分三期",
        "计划主管郝丽：“来一个急单就得重排” | 计划主管某：“来一个急单就得重排”",
        "我们在杭州远山机械有限公司上线六个月 | 我们在某客户上线六个月",
        "Priya Raman signed on 3 May | [person] signed on 3 May",
        "Ms Raman of Alder Foods paid £48,000 | [person] of [company] paid [amount]",
        "Call Dr Helen Marsh on +44 20 7946 0958 | Call [person] on [phone]",
        "Keld Orrin, head of maintenance, agreed | [person], head of maintenance, agreed",
        "祝总说下周定 | 某总说下周定",
        "请白经理和易工到场 | 请某经理和某工到场",
        "谷总、段总、单总、解总、花总、明总、商总、危总、束总、左总都在 | 某总、某总、某总、某总、某总、某总、某总、某总、某总、某总都在",
        "祝建国厂长签了字 | 某厂长签了字",
        "采购的单国强主任把合同改了 | 采购的某主任把合同改了",
        "欧阳总和司马经理看了换模 | 某总和某经理看了换模",
        "由于于总出差，推到周五 | 由于某总出差，推到周五",
        "今天见了商晓东 他管采购 | 今天见了某 他管采购",
        "易中天说价格能谈 | 某说价格能谈",
        "参会人员：祝敏、白露、左一鸣 | 参会人员：某、某、某",
        "他姓解，是新来的副总 | 他姓某，是新来的副总",
        "老段说这事他定 | 老某说这事他定",
        "这个价白总是同意的 | 这个价某总是同意的",
        "Met Grace Whitlow about the pilot | Met [person] about the pilot",
        "mister tan will send the form | [person] will send the form",
      })
  void masks(String text, String expected) {
    assertThat(masked(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "停机由每月31小时降到4小时，合格率99.3%",
        "贵公司项目经理每周五看一次数据，成本经理复核",
        "车间主任和项目总监都在现场",
        "员工施工前由高工检查，加工误差0.02毫米",
        "Downtime fell from 31 hours a month to 4 within six months",
        "报警11次，只有3次是真问题，第三周报4次",
        "祝贺贵公司投产，明天总结会由单位主管和部门经理参加",
        "白色总成和黑色总成分开放，容易工作量大，段落总数不限",
        "解决总是靠人，花费总额由会计核对，商务经理答疑",
        "危险工序由安全主管复核，左右总阀各一，解冻间组长记录",
        "订单主管和跟单员每天对账，设计主管看图纸，谷物主管抽检",
        "双方总监每月开会，施工员带证上岗，区域经理看汇总",
        "Our Plant Manager told us that Cold Store Monitoring works",
        "The Operations Director confirmed the date",
      })
  void leavesWhatTeaches(String text) {
    assertThat(masked(text)).isEqualTo(text);
  }

  @Test
  void saysWhereTheMasksAre() {
    Masking.Masked masked = Masking.mask("找王厂长，13812345678", KNOWN, Language.ZH);
    assertThat(masked.masks())
        .extracting(each -> each.span().of(masked.text()))
        .containsExactly("某", "［电话］");
    assertThat(masked.masks())
        .extracting(Masking.Found::kind)
        .containsExactly(Masking.Kind.PERSON, Masking.Kind.PHONE);
  }

  @Test
  void whatWasMaskedIsNotFoundAgain() {
    for (String text :
        List.of(
            "砺锋的王建国说换模太慢，电话13812345678，总价128.5万元",
            "Ms Raman of Alder Foods paid £48,000, call +44 20 7946 0958")) {
      assertThat(Masking.find(masked(text), KNOWN, Language.of(text))).as(text).isEmpty();
    }
  }
}
