package dev.dealcoach.service.web.lesson;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.lesson.Flaw;
import dev.dealcoach.service.library.Content;
import dev.dealcoach.service.retrieval.ExampleChoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Finds in the library who did well what is lacking. Thread-safe. */
public final class Models {
  /** Of a long passage so much is shown, in characters; the whole is a click away. */
  private static final int LONGEST = 320;

  private final ExampleChoice choice;

  public Models(ExampleChoice choice) {
    this.choice = choice;
  }

  /**
   * An example.
   *
   * @param text of it as much as is shown in passing
   * @param why it works, in the trainer's words; may be empty
   * @param seller may be empty
   */
  public record Model(UUID id, String text, String why, String seller) {
    /** The page that shows all of it. */
    public String link() {
      return "/examples/" + id;
    }
  }

  /**
   * The best example for each flaw that has one; none while the library's index is prepared.
   *
   * @param day that examples are recent on
   */
  public Map<Flaw, Model> of(List<Flaw> flaws, Language language, LocalDate day) {
    Map<Flaw, Model> found = new TreeMap<>();
    // one at a time: a choice for several gives three examples in all, and flaws may go without
    for (Flaw flaw : flaws) {
      choice
          .choose(new ExampleChoice.Asked(List.of(flaw.rule()), "", "", language, day))
          .flatMap(chosen -> chosen.picks().stream().findFirst())
          .ifPresent(pick -> found.put(flaw, model(pick)));
    }
    return found;
  }

  private static Model model(ExampleChoice.Pick pick) {
    Content content = pick.example().content();
    return new Model(
        pick.example().id(), shown(content.text(), pick), content.why(), content.seller());
  }

  /** The passage, or of a long one what begins with the place that answers. */
  private static String shown(String text, ExampleChoice.Pick pick) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int from = Math.min(pick.answer().start(), text.length() - LONGEST);
    int end = Math.min(text.length(), from + LONGEST);
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from--;
    }
    if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
      end--;
    }
    return (from > 0 ? "…" : "")
        + text.substring(from, end).strip()
        + (end < text.length() ? "…" : "");
  }
}
