package dev.dealcoach.service.web.brief;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.paper.Paper;
import dev.dealcoach.service.paper.Paper.Block;
import dev.dealcoach.service.web.Messages;
import java.util.ArrayList;
import java.util.List;

/** Lays a brief out on paper, in the page's order and words. Stateless. */
final class BriefPaper {
  private static final List<Double> SHARES = List.of(0.19, 0.31, 0.29, 0.21);

  private BriefPaper() {}

  static Paper of(BriefText brief, Messages messages, Language language) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(brief.title()));
    blocks.add(new Block.Muted(brief.period()));
    blocks.add(new Block.Strong(brief.answer()));

    blocks.add(new Block.Heading(messages.text(language, "brief.lights")));
    if (brief.reps().isEmpty()) {
      blocks.add(new Block.Text(messages.text(language, "brief.lights.empty")));
    } else {
      blocks.add(
          new Block.Table(
              SHARES,
              List.of(
                  messages.text(language, "brief.rep"),
                  messages.text(language, "brief.discovery.name"),
                  messages.text(language, "brief.rate.name"),
                  messages.text(language, "brief.gold.name")),
              brief.reps().stream()
                  .map(
                      rep ->
                          List.of(
                              rep.name(), rep.discovery().text(), rep.rate().text(), rep.gold()))
                  .toList()));
    }

    blocks.add(new Block.Heading(messages.text(language, "brief.gaps")));
    if (brief.gaps().isEmpty()) {
      blocks.add(new Block.Text(messages.text(language, "brief.gaps.empty")));
    }
    for (int i = 0; i < brief.gaps().size(); i++) {
      BriefText.GapText gap = brief.gaps().get(i);
      blocks.add(new Block.Strong((i + 1) + ". " + gap.name()));
      blocks.add(new Block.Muted(gap.often()));
      if (!gap.advice().isEmpty()) {
        blocks.add(new Block.Text(gap.advice()));
      }
      BriefText.ExampleText example = gap.example();
      if (example == null) {
        blocks.add(new Block.Muted(messages.text(language, "brief.example.none")));
      } else {
        blocks.add(new Block.Quote(example.text()));
        String below = (example.why() + " " + example.from()).strip();
        if (!below.isEmpty()) {
          blocks.add(new Block.Muted(below));
        }
      }
    }

    blocks.add(new Block.Heading(messages.text(language, "brief.tasks")));
    if (brief.tasks().isEmpty()) {
      blocks.add(new Block.Text(messages.text(language, "brief.tasks.empty")));
    }
    for (BriefText.TaskText task : brief.tasks()) {
      blocks.add(new Block.Item(task.title()));
      blocks.add(new Block.Muted(task.text()));
    }

    blocks.add(new Block.Heading(messages.text(language, "brief.points")));
    if (brief.points().isEmpty()) {
      blocks.add(new Block.Text(messages.text(language, "brief.points.empty")));
    }
    brief.points().forEach(point -> blocks.add(new Block.Item(point)));
    return new Paper(brief.title() + " " + brief.period(), language, blocks);
  }
}
