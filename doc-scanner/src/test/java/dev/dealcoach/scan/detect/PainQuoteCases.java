package dev.dealcoach.scan.detect;

import java.util.List;

/** A statement, a proposal, and the quote that stands in it: {@code null} where there is none. */
record PainQuoteCases(String about, String said, String proposal, String kind, String quote) {

  static final List<PainQuoteCases> CHINESE =
      List.of(
          // where a quote may stand
          verbatim(
              "in quotation marks, final mark inside",
              "仓库里找一件货要走三个来回，拣货员下班腿都是肿的。",
              "## 您的情况\n\n仓储部柳经理告诉我们：“仓库里找一件货要走三个来回，拣货员下班腿都是肿的。”这就是库位乱的代价。",
              "仓库里找一件货要走三个来回，拣货员下班腿都是肿的。"),
          verbatim(
              "in running text without marks",
              "你看，发货单打错一个字整车就得拉回来，司机在门口骂娘。",
              "走访时柳经理说发货单打错一个字整车就得拉回来，司机在门口骂娘。我们据此做了核对。",
              "发货单打错一个字整车就得拉回来，司机在门口骂娘"),
          verbatim(
              "in a table cell",
              "月底对账三个人对五天，还是差着几千块。",
              "| 谁 | 说的 |\n|---|---|\n| 财务 | 月底对账三个人对五天，还是差着几千块 |\n| 仓库 | 无 |",
              "月底对账三个人对五天，还是差着几千块"),
          verbatim(
              "a block quote of its own",
              "雨天屋顶漏水，纸箱一垛一垛地报废。",
              "这是您的原话：\n\n> 雨天屋顶漏水，纸箱一垛一垛地报废。\n\n所以先修屋面。",
              "雨天屋顶漏水，纸箱一垛一垛地报废。"),
          verbatim(
              "a list item behind a name",
              "排班表一天改八遍，护士长头发都白了。",
              "- 护理部：排班表一天改八遍，护士长头发都白了\n- 信息科：接口老旧",
              "排班表一天改八遍，护士长头发都白了"),
          verbatim(
              "a heading",
              "机器一停产线就断料，一断就是半个班。",
              "### “机器一停产线就断料，一断就是半个班”\n\n这句话我们一直记着。",
              "机器一停产线就断料，一断就是半个班"),
          verbatim(
              "only a part of what was said",
              "你们上次来也看到了，冷库门口堆得进不去人，夏天一到压缩机就跳闸，里头的货化了谁赔我。",
              "您提过，夏天一到压缩机就跳闸，里头的货化了谁赔我。",
              "夏天一到压缩机就跳闸，里头的货化了谁赔我"),
          verbatim(
              "other punctuation and width",
              "系统里有ABC三套编码,同一个料三个号,查库存全靠猜",
              "采购说：系统里有ＡＢＣ三套编码，同一个料三个号，查库存全靠猜。",
              "系统里有ＡＢＣ三套编码，同一个料三个号，查库存全靠猜"),
          verbatim(
              "a transcript without punctuation",
              "我们那个老客服走了以后 投诉电话没人敢接 一天漏掉二十几个",
              "您上次说投诉电话没人敢接，一天漏掉二十几个，我们记下了。",
              "投诉电话没人敢接，一天漏掉二十几个"),
          // light edits
          light(
              "fillers dropped",
              "哎呀那个，我们这个叉车吧，反正三天两头就坏，一修就是一个礼拜。",
              "您说叉车三天两头就坏，一修一个礼拜。",
              "叉车三天两头就坏，一修一个礼拜"),
          light(
              "persons changed",
              "我每天晚上十一点还在给我那几个店对账，我老婆都有意见了。",
              "您每天晚上十一点还在给您那几个店对账，爱人都有意见了，这种日子该结束了。",
              "您每天晚上十一点还在给您那几个店对账，爱人都有意见了"),
          light(
              "clauses moved",
              "质检报告压在抽屉里没人看，客户来审厂才翻出来，一翻全过期了。",
              "品管课长讲：客户来审厂才翻出质检报告，一翻全过期了，平时压在抽屉里没人看。",
              "客户来审厂才翻出质检报告，一翻全过期了，平时压在抽屉里没人看"),
          light(
              "number in digits",
              "上个月光补货就补了十一次，司机跑了两千四百公里。",
              "上个月光补货就补了11次，司机跑了2400公里，这是您给的数。",
              "上个月光补货就补了11次，司机跑了2400公里"),
          light(
              "one word swapped",
              "样品寄出去石沉大海，业务员连客户收没收到都不晓得。",
              "销售部的原话是“样品寄出去石沉大海，业务员连客户收没收到都不知道”。",
              "样品寄出去石沉大海，业务员连客户收没收到都不知道"),
          light(
              "a middle clause dropped",
              "模具一坏，修模师傅从外省赶过来，整条线停三天，交期全乱了。",
              "您讲过：模具一坏，整条线停三天，交期全乱了。",
              "模具一坏，整条线停三天，交期全乱了"),
          light(
              "traditional characters",
              "倉庫的帳對不上，盤點一次要停業兩天。",
              "店长说：仓库的账对不上，盘点一次要停业两天。",
              "仓库的账对不上，盘点一次要停业两天"),
          light(
              "across a sentence boundary",
              "早高峰电梯等二十分钟，业主在群里骂，物业电话被打爆了。",
              "您给我们看了群。“早高峰电梯等二十分钟。业主在群里骂，电话被打爆了。”",
              "早高峰电梯等二十分钟。业主在群里骂，电话被打爆了。"),
          light(
              "a complaint in the form of a question",
              "货到了没人卸，工人站一上午，这个工钱谁给我出？",
              "您说货到了没人卸，工人站了一上午。",
              "货到了没人卸，工人站了一上午"),
          light(
              "a bad experience raised as a worry",
              "以前也上过一套，用了仨月数据全丢了，从头再录。",
              "## 您担心的\n\n**“以前上过一套，用了仨月数据全丢了”**\n\n这次每晚双份备份。",
              "以前上过一套，用了仨月数据全丢了"),
          light("a fear", "我最怕的就是老师傅一退休，配方跟着人走了。", "董事长交底：最怕老师傅一退休，配方跟着人走了。", "最怕老师傅一退休，配方跟着人走了"),
          light(
              "a question that is told",
              "客户天天问我货到哪了，我只能打电话问司机，司机还不接。",
              "客服的话：客户天天问货到哪了，只能打电话问司机，司机还不接。",
              "客户天天问货到哪了，只能打电话问司机，司机还不接"),
          // near misses
          none(
              "a slogan in quotation marks", "报表要等到下个月才出来，决策全靠拍脑袋。", "## 客户心声\n\n“让决策更智慧，让管理更轻松！”"),
          none(
              "another customer's words in the lead-in",
              "报表要等到下个月才出来，决策全靠拍脑袋。",
              "某连锁药房的老板说：“报表要等到下个月才出来，决策全靠拍脑袋。”"),
          none(
              "another customer's name behind the words",
              "排队排到门外，客人扭头就走。",
              "## 他们这样说\n\n“排队排到门外，客人扭头就走。”——某奶茶店店长"),
          none(
              "another customer's organisation",
              "车间噪声大，工人听力下降，招不到年轻人。",
              "# 致永昌五金\n\n恒达机械的生产厂长讲过，车间噪声大，工人听力下降，招不到年轻人。"),
          none("a pleasantry", "你们工程师小徐人真不错，上次大半夜还过来帮忙。", "贵司评价我们：“你们工程师小徐人真不错，上次大半夜还过来帮忙。”"),
          none("a wish", "要是月底不用加班对账就好了，大家都能早点回家。", "您说过：“要是月底不用加班对账就好了，大家都能早点回家。”"),
          none("a budget remark", "今年信息化预算就批了六十万，超了得上董事会。", "财务总监说：“今年信息化预算就批了六十万，超了得上董事会。”"),
          none(
              "a question to us",
              "你们这个系统跟我们的财务软件能不能对接上？",
              "**问：你们这个系统跟我们的财务软件能不能对接上？**\n\n能，接口免费。"),
          none(
              "a doubt about our offer",
              "我们仓管都五十多岁了，复杂的东西学不会。",
              "**仓管都五十多岁了，复杂的东西学不会怎么办？**\n\n扫码即可。"),
          none("a rival's offer", "另外一家报的价比你们低两成，还送一年服务。", "您提到另外一家报的价低两成，还送一年服务。我们算过总账。"),
          none("a lone noun", "我们那个老旧的冲压车间噪声大得受不了。", "现场：老旧的冲压车间，建于一九九八年。"),
          none("too short", "送货老迟到，工地等料等得心焦。", "您关心的第一件事是送货老迟到。我们在工地旁边设了点。"),
          none(
              "our remedy in the customer's words",
              "找一副模具要两个小时，全靠老师傅记性。",
              "系统上线后，找一副模具只要三十秒，不用再靠记性。"),
          none("a favourable fact", "目前服务器够用，网络也一直挺稳的。", "您介绍说，目前服务器够用，网络也一直挺稳的。"),
          none(
              "facts of their situation in our words",
              "我们有三个仓库，六十个人，双十一忙到后半夜还发不完。",
              "贵司现有三个仓库，六十个人，日均发货四千单。"),
          none(
              "generic talk of the trade", "库存不准，盘一次亏一次，老板天天追着我问。", "当前企业普遍存在库存不准、盘点效率低、数据不透明等痛点。"),
          none(
              "our own promise with shared words",
              "夜里设备一报警没人管，早上来了一地水。",
              "夜里设备报警由值守中心处理，五分钟内电话通知到人。"));

  static final List<PainQuoteCases> ENGLISH =
      List.of(
          verbatim(
              "in quotation marks",
              "The scanners die halfway through the night shift and then it's all pen and paper.",
              "Your shift lead put it plainly: \"The scanners die halfway through the night shift and"
                  + " then it's all pen and paper.\" We start there.",
              "The scanners die halfway through the night shift and then it's all pen and paper."),
          verbatim(
              "in running text",
              "Well, half the invoices bounce because the cost centre is missing.",
              "You told us that half the invoices bounce because the cost centre is missing. So the"
                  + " form asks for it first.",
              "half the invoices bounce because the cost centre is missing"),
          verbatim(
              "in a table cell",
              "nobody knows which drawing is the latest one",
              "| Who | Said |\n|---|---|\n| Foreman | nobody knows which drawing is the latest one |",
              "nobody knows which drawing is the latest one"),
          verbatim(
              "curly apostrophes and capitals",
              "We don't find out a pump failed until the basement's flooded.",
              "In your words: we don’t find out a pump failed until the basement’s flooded.",
              "we don’t find out a pump failed until the basement’s flooded"),
          light(
              "fillers dropped",
              "So, you know, like every Friday we sit here till eight retyping the, uh, delivery notes.",
              "Every Friday you sit here till eight retyping the delivery notes, you said.",
              "Every Friday you sit here till eight retyping the delivery notes"),
          light(
              "persons changed",
              "I lose two drivers a month because my rosters come out too late.",
              "You lose two drivers a month because your rosters come out too late.",
              "You lose two drivers a month because your rosters come out too late."),
          light(
              "clauses moved",
              "The freezer alarm went off at two in the morning and nobody picked up, we lost nine"
                  + " pallets of prawns.",
              "\"We lost nine pallets of prawns, the freezer alarm went off at two in the morning and"
                  + " nobody picked up\", the manager said.",
              "We lost nine pallets of prawns, the freezer alarm went off at two in the morning and"
                  + " nobody picked up"),
          light(
              "numbers in digits",
              "We had eleven stoppages in May and each one cost us two hours.",
              "You had 11 stoppages in May and each one cost you two hours.",
              "You had 11 stoppages in May and each one cost you two hours."),
          light(
              "one word swapped",
              "Customers ring three times before anybody answers and then they get cut off.",
              "The front desk says customers call three times before anybody answers and then they get"
                  + " cut off.",
              "customers call three times before anybody answers and then they get cut off"),
          light(
              "a part of a longer statement",
              "We grew fast, and honestly the stock figures are wrong every single Monday, so my buyers"
                  + " order by gut feeling.",
              "Pain: the stock figures are wrong every Monday, so buyers order by gut feeling.",
              "the stock figures are wrong every Monday, so buyers order by gut feeling"),
          none(
              "a slogan",
              "The stock figures are wrong every single Monday.",
              "> \"Stock you can trust, every single day!\""),
          none(
              "another customer",
              "Our trucks queue for two hours at the gate every morning.",
              "Another quarry manager told us: \"Our trucks queue for two hours at the gate every"
                  + " morning.\""),
          none(
              "another customer behind the words",
              "Our trucks queue for two hours at the gate every morning.",
              "\"Our trucks queue for two hours at the gate every morning.\" — operations chief at a"
                  + " mining client"),
          none(
              "a pleasantry",
              "Thanks for the quick turnaround on the samples, really appreciated.",
              "You wrote: \"Thanks for the quick turnaround on the samples, really appreciated.\""),
          none(
              "a wish",
              "I'd love a screen in the hall that shows what is late.",
              "Your wish: \"I'd love a screen in the hall that shows what is late.\""),
          none(
              "a budget remark",
              "Our budget for this is around eighty thousand this year.",
              "As you said, \"our budget for this is around eighty thousand this year\"."),
          none(
              "a question",
              "Can you connect to the warehouse software we already have?",
              "**Can you connect to the warehouse software we already have?** Yes, by file."),
          none(
              "a doubt about our offer",
              "The drivers will never carry another device.",
              "**The drivers will never carry another device.** They need not: it is in the cab."),
          none(
              "a doing-it-themselves remark",
              "IT is looking at building it in-house with some contractors.",
              "We understand that IT is looking at building it in-house with some contractors."),
          none(
              "shared words in our remedy",
              "Parcels get lost between the dock and the line and nobody notices for days.",
              "Every parcel is scanned between the dock and the line, so nothing gets lost."));

  private static PainQuoteCases verbatim(String about, String said, String proposal, String quote) {
    return new PainQuoteCases(about, said, proposal, "verbatim", quote);
  }

  private static PainQuoteCases light(String about, String said, String proposal, String quote) {
    return new PainQuoteCases(about, said, proposal, "light_edit", quote);
  }

  private static PainQuoteCases none(String about, String said, String proposal) {
    return new PainQuoteCases(about, said, proposal, "none", null);
  }

  @Override
  public String toString() {
    return kind + ": " + about;
  }
}
