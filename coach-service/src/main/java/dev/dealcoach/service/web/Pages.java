package dev.dealcoach.service.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.nlp.pack.Industry;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.account.Viewer;
import io.dropwizard.views.common.View;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Makes the pages' views: template, language and sentences together. Immutable, thread-safe. */
public final class Pages {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature()).build();

  private final Messages messages;
  private final Map<Language, String> textsJson = new EnumMap<>(Language.class);
  private final WebLimits limits;
  private final Supplier<List<Industry>> industries;

  /**
   * @param limits what the pages say about files
   * @param industries that can be chosen, in the order in which they are offered; asked for each
   *     page that offers them, as another rule pack may be in force
   */
  public Pages(Messages messages, WebLimits limits, Supplier<List<Industry>> industries) {
    this.messages = messages;
    for (Language each : Language.values()) {
      textsJson.put(each, json(messages.in(each)));
    }
    this.limits = limits;
    this.industries = industries;
  }

  private static String json(Map<String, String> texts) {
    try {
      return JSON.writeValueAsString(texts).replace("<", "\\u003C");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A page.
   *
   * @param name of its template
   * @param path where the page is, for the language switch
   */
  public PageView view(String name, String path, Language language) {
    return view(name, path, language, Map.of());
  }

  /**
   * A page about something.
   *
   * @param model what the template shows, as {@code m}
   */
  public PageView view(String name, String path, Language language, Map<String, Object> model) {
    return new PageView(
        name,
        path,
        language,
        messages.in(language),
        Objects.requireNonNull(textsJson.get(language)),
        limits,
        () -> names(language),
        model);
  }

  /** What every page says of who is signed in; a page's model begins with it. */
  public static Map<String, Object> signed(Viewer viewer) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("viewer", viewer.account().name());
    model.put("signIn", viewer.account().signIn());
    model.put("role", viewer.role().id());
    model.put("csrf", viewer.session() == null ? "" : viewer.session().csrf());
    model.put("navigation", Navigation.of(viewer.role()));
    return model;
  }

  private Map<String, String> names(Language language) {
    Map<String, String> names = new LinkedHashMap<>();
    industries.get().forEach(industry -> names.put(industry.id(), industry.name(language)));
    return names;
  }

  /** What a template sees. Immutable. */
  public static final class PageView extends View {
    private final String page;
    private final String path;
    private final Language language;
    private final Map<String, String> texts;
    private final String textsJson;
    private final WebLimits limits;
    private final Supplier<Map<String, String>> industries;
    private final Map<String, Object> model;

    PageView(
        String page,
        String path,
        Language language,
        Map<String, String> texts,
        String textsJson,
        WebLimits limits,
        Supplier<Map<String, String>> industries,
        Map<String, Object> model) {
      super(page + ".ftlh", StandardCharsets.UTF_8);
      this.model = model;
      this.page = page;
      this.path = path;
      this.language = language;
      this.texts = texts;
      this.textsJson = textsJson;
      this.limits = limits;
      this.industries = industries;
    }

    /** The template's name. */
    public String getPage() {
      return page;
    }

    /** Where the page is. */
    public String getPath() {
      return path;
    }

    /** {@code zh} or {@code en}. */
    public String getLang() {
      return language.code();
    }

    /** The page's sentences by key. */
    public Map<String, String> getT() {
      return texts;
    }

    /** What this page shows. */
    public Map<String, Object> getM() {
      return model;
    }

    /** Largest file that is taken, in bytes, as a number for the scripts. */
    public String getLargestFile() {
      return Long.toString(limits.fileBytes());
    }

    /** Most characters of a summary, as a number for the scripts. */
    public String getLongestSummary() {
      return Integer.toString(limits.summaryCharacters());
    }

    /** The industries that can be chosen: id and name. */
    public Map<String, String> getIndustries() {
      return industries.get();
    }

    /** How long a review is kept, in hours, at least 1. */
    public String getHours() {
      return Long.toString(Math.max(1, limits.age().toHours()));
    }

    /** The sentences as JSON that may stand inside a script element. */
    public String getTextsJson() {
      return textsJson;
    }
  }
}
