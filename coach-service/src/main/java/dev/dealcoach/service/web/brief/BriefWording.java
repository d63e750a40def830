package dev.dealcoach.service.web.brief;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.brief.Brief;
import dev.dealcoach.service.brief.Brief.Point;
import dev.dealcoach.service.brief.Brief.Rep;
import dev.dealcoach.service.figure.Improvement.Kind;
import dev.dealcoach.service.figure.Light;
import dev.dealcoach.service.lesson.Flaw;
import dev.dealcoach.service.lesson.Gap;
import dev.dealcoach.service.task.Task;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.brief.BriefText.ExampleText;
import dev.dealcoach.service.web.brief.BriefText.Figure;
import dev.dealcoach.service.web.brief.BriefText.GapText;
import dev.dealcoach.service.web.brief.BriefText.Line;
import dev.dealcoach.service.web.brief.BriefText.TaskText;
import dev.dealcoach.service.web.lesson.FlawWords;
import dev.dealcoach.service.web.lesson.Models;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a brief in words. Thread-safe. */
public final class BriefWording {
  private final Messages messages;
  private final FlawWords flaws;
  private final Models models;

  public BriefWording(Messages messages, FlawWords flaws, Models models) {
    this.messages = messages;
    this.flaws = flaws;
    this.models = models;
  }

  /** The brief in a language. */
  public BriefText of(Brief brief, Language language) {
    List<Flaw> lacking = brief.gaps().stream().map(Gap::flaw).toList();
    Map<Flaw, Models.Model> shown = models.of(lacking, language, brief.last());
    Words words = new Words(language);
    return new BriefText(
        brief.team().name(),
        brief.monday().toString(),
        words.text("title", "team", brief.team().name()),
        words.text("period", "from", words.day(brief.monday()), "to", words.day(brief.last())),
        words.answer(brief),
        brief.reps().stream().map(words::line).toList(),
        brief.gaps().stream().map(gap -> words.gap(gap, shown.get(gap.flaw()))).toList(),
        brief.tasks().stream().map(task -> words.task(task, brief.last())).toList(),
        brief.points().stream().map(words::point).toList());
  }

  /** Sentences in one language. */
  private final class Words {
    private final Language language;
    private final DateTimeFormatter days;

    Words(Language language) {
      this.language = language;
      this.days =
          language == Language.ZH
              ? DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA)
              : DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    }

    String day(LocalDate day) {
      return days.format(day);
    }

    /** A sentence with its places filled: name, value, name, value … */
    String text(String key, String... values) {
      String text = messages.text(language, "brief." + key);
      for (int i = 0; i < values.length; i += 2) {
        text = text.replace("{" + values[i] + "}", values[i + 1]);
      }
      return text;
    }

    String answer(Brief brief) {
      int all = brief.reps().size();
      long red = brief.reps().stream().filter(Rep::red).count();
      if (all == 0) {
        return text("answer.nobody");
      }
      String lights =
          red == 0
              ? text("answer.no-red", "all", Integer.toString(all))
              : text("answer.red", "all", Integer.toString(all), "red", Long.toString(red));
      return brief.gaps().isEmpty()
          ? lights
          : lights
              + (language == Language.ZH ? "" : " ")
              + text("answer.first", "gap", bare(name(brief.gaps().getFirst())));
    }

    private String name(Gap gap) {
      return flaws.of(gap.flaw(), language).name();
    }

    /** Without the full stop: it stands inside a sentence. */
    private static String bare(String sentence) {
      return sentence.replaceAll("[。.]$", "");
    }

    Line line(Rep rep) {
      var figures = rep.figures();
      String few = (language == Language.ZH ? "" : " ") + text("few");
      Double discovery = figures.discovery();
      Double rate = figures.effectiveActionRate();
      Double gold = figures.gold();
      return new Line(
          rep.name(),
          "/team/people/" + rep.id(),
          new Figure(
              rep.discovery().id(),
              discovery == null
                  ? text("no-contacts")
                  : light(rep.discovery())
                      + text(
                          "discovery",
                          "score",
                          Long.toString(Math.round(discovery)),
                          "n",
                          Integer.toString(figures.scored()))
                      + (figures.scored() < Brief.FEW ? few : "")),
          new Figure(
              rep.rate().id(),
              rate == null
                  ? text("no-actions")
                  : light(rep.rate())
                      + text(
                          "rate",
                          "rate",
                          Long.toString(Math.round(100 * rate)),
                          "n",
                          Integer.toString(figures.actions()))
                      + (figures.actions() < Brief.FEW ? few : "")),
          gold == null
              ? text("no-proposals")
              : text(
                      "gold",
                      "gold",
                      String.format(Locale.ROOT, "%.1f", gold),
                      "n",
                      Integer.toString(figures.proposals()))
                  + (figures.proposals() < Brief.FEW ? few : ""));
    }

    private String light(Light light) {
      return text("light." + light.id()) + " ";
    }

    GapText gap(Gap gap, Models.@Nullable Model model) {
      FlawWords.Words said = flaws.of(gap.flaw(), language);
      return new GapText(
          said.name(),
          text(
              gap.flaw().kind() == Kind.CONTACT ? "often.contact" : "often.proposal",
              "times",
              Integer.toString(gap.times()),
              "of",
              Integer.toString(gap.of())),
          said.advice(),
          model == null
              ? null
              : new ExampleText(
                  model.link(),
                  model.text(),
                  model.seller().isEmpty() ? "" : text("example.from", "seller", model.seller()),
                  model.why()));
    }

    TaskText task(Task task, LocalDate last) {
      boolean late = task.overdue(last.plusDays(1));
      String state = late ? "late" : task.state().id();
      return new TaskText(
          "/tasks/" + task.id(),
          task.title(),
          state,
          text(
              "task",
              "owner",
              task.ownerName(),
              "day",
              day(task.due()),
              "state",
              text("task." + state)));
    }

    String point(Point point) {
      return switch (point) {
        case Point.Discovery(String name, double score, String item) ->
            item.isEmpty()
                ? text("point.discovery", "name", name, "score", Long.toString(Math.round(score)))
                : text(
                    "point.discovery-item",
                    "name",
                    name,
                    "score",
                    Long.toString(Math.round(score)),
                    "item",
                    messages.text(language, "item." + item));
        case Point.Actions(String name, int confirmed, int actions) ->
            text(
                "point.actions",
                "name",
                name,
                "confirmed",
                Integer.toString(confirmed),
                "actions",
                Integer.toString(actions));
        case Point.Silent(String name) -> text("point.silent", "name", name);
        case Point.Late(String owner, String title) ->
            text("point.late", "name", owner, "title", title);
      };
    }
  }
}
