package dev.dealcoach.service.web.library;

import dev.dealcoach.kb.pick.Lack;
import dev.dealcoach.kb.text.Labels;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.library.LibraryUse;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** How the library is used and what it lacks; and the page on which files are imported. */
@Path("/workspace")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.TRAINER})
public final class FigurePages {
  /** So many examples of each kind an industry should have: as many as are shown at a time. */
  private static final int ENOUGH = 3;

  private static final int MOST = 100;

  private final LibraryStore library;
  private final LibraryUse use;
  private final LibraryWording wording;
  private final Pages pages;

  public FigurePages(LibraryStore library, LibraryUse use, LibraryWording wording, Pages pages) {
    this.library = library;
    this.use = use;
    this.wording = wording;
    this.pages = pages;
  }

  /** Statistics and gaps. */
  @GET
  @Path("figures")
  public Response figures(@BeanParam Signed signed) {
    Language language = signed.language();
    List<LibraryExample> shown = library.shown();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("used", used(shown, language));
    model.put("wants", wants(language));
    model.put("stages", stages(shown, language));
    model.put("grid", grid(shown, language));
    model.put("industries", wording.industries(language).values());
    return signed.page(pages, "figures", "/workspace/figures", model);
  }

  private List<Map<String, Object>> used(List<LibraryExample> shown, Language language) {
    Map<UUID, LibraryExample> known = new TreeMap<>();
    shown.forEach(each -> known.put(each.id(), each));
    return use.figures().stream()
        .filter(each -> known.containsKey(each.example()))
        .sorted(
            Comparator.comparingInt((LibraryUse.Figures each) -> -each.helped())
                .thenComparingInt(each -> -each.opened())
                .thenComparingInt(each -> -each.shown())
                .thenComparing(LibraryUse.Figures::example))
        .limit(MOST)
        .map(
            each -> {
              LibraryExample example = known.get(each.example());
              String text = example.content().text().replaceAll("\\s+", " ");
              Map<String, Object> line = new LinkedHashMap<>();
              line.put("id", each.example().toString());
              line.put("text", text.length() <= 50 ? text : text.substring(0, 50) + "…");
              line.put("industry", wording.industry(example.content().industry(), language));
              line.put("shown", Integer.toString(each.shown()));
              line.put("opened", Integer.toString(each.opened()));
              line.put("helped", Integer.toString(each.helped()));
              return line;
            })
        .toList();
  }

  private List<Map<String, Object>> wants(Language language) {
    return use.wants().stream()
        .filter(each -> each.found() < each.wanted())
        .limit(MOST)
        .map(
            each -> {
              Map<String, Object> line = new LinkedHashMap<>();
              Optional<Lack> lack = Lack.of(each.finding());
              line.put(
                  "what",
                  lack.map(found -> Labels.show(found.shows().getFirst(), language))
                      .orElse(each.finding()));
              line.put(
                  "industry",
                  each.industry().isEmpty() ? "" : wording.industry(each.industry(), language));
              line.put("wanted", Integer.toString(each.wanted()));
              line.put("missed", Integer.toString(each.wanted() - each.found()));
              return line;
            })
        .toList();
  }

  private List<Map<String, Object>> stages(List<LibraryExample> shown, Language language) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (String stage : LibraryWording.STAGES) {
      long count = shown.stream().filter(each -> each.content().stage().equals(stage)).count();
      lines.add(Map.of("name", wording.stage(stage, language), "count", Long.toString(count)));
    }
    return lines;
  }

  /** For each thing that can be shown, how many examples each industry has of it. */
  private List<Map<String, Object>> grid(List<LibraryExample> shown, Language language) {
    List<Map<String, Object>> rows = new ArrayList<>();
    wording
        .shows(language)
        .forEach(
            (id, name) -> {
              List<Map<String, Object>> cells = new ArrayList<>();
              wording
                  .industries(language)
                  .forEach(
                      (industry, called) -> {
                        long count =
                            shown.stream()
                                .map(LibraryExample::content)
                                .filter(each -> each.industry().equals(industry))
                                .filter(each -> each.shows().contains(id))
                                .count();
                        cells.add(
                            Map.of(
                                "industry",
                                called,
                                "count",
                                Long.toString(count),
                                "level",
                                count == 0 ? "none" : count < ENOUGH ? "few" : "enough"));
                      });
              rows.add(Map.of("name", name, "cells", cells));
            });
    return rows;
  }

  /** Where files are imported and exported. */
  @GET
  @Path("import")
  public Response files(@BeanParam Signed signed) {
    return signed.page(pages, "example-import", "/workspace/import", Map.of());
  }
}
