package dev.dealcoach.nlp.pack;

import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads, checks and compiles rule packs. A pack is a folder with {@code pack.yaml} (id and list of
 * files); each file says its {@code kind} ({@code macros}, {@code cues}, {@code words}, {@code
 * rules}, {@code industries}), its {@code language} where it has one, and its {@code entries}. See
 * {@code docs/rule-packs.md}.
 */
public final class RulePackLoader {
  private static final Pattern MACRO = Pattern.compile("\\{([a-z][a-z-]*)\\}");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:[-.][a-z0-9]+)*");

  private final List<PackProblem> problems = new ArrayList<>();
  private final Map<String, Cue> cues = new LinkedHashMap<>();
  private final List<Cue> examples = new ArrayList<>();
  private final List<SelfTest> tests = new ArrayList<>();
  private final Map<String, Rule> rules = new TreeMap<>();
  private final Map<String, Industry> industries = new LinkedHashMap<>();
  private final Map<Language, Map<String, Set<String>>> words = new TreeMap<>();
  private final Map<Language, Map<String, String>> macros = new TreeMap<>();
  private final Set<String> order = new LinkedHashSet<>();
  private final MessageDigest digest = sha256();

  private RulePackLoader() {}

  /**
   * Loads packs on top of each other: an entry of a later pack must say {@code override: true} to
   * take the place of an earlier one.
   *
   * @throws RulePackException with every problem of every file
   */
  public static RulePack load(List<PackSource> sources) {
    RulePackLoader loader = new RulePackLoader();
    String id = loader.packs(sources);
    if (!loader.problems.isEmpty()) {
      throw new RulePackException(id, loader.problems);
    }
    return new RulePack(
        id,
        HexFormat.of().formatHex(loader.digest.digest()),
        List.copyOf(loader.cues.values()),
        loader.examples,
        loader.words,
        loader.rules,
        new Industries(List.copyOf(loader.industries.values())));
  }

  private String packs(List<PackSource> sources) {
    String id = sources.stream().map(this::pack).collect(Collectors.joining("+"));
    if (problems.isEmpty()) {
      checkParity();
      problems.addAll(IndustryEntry.checked(industries.values(), rules.keySet()));
    }
    return id;
  }

  /**
   * Everything that is wrong with a pack: what keeps it from being loaded, entries that do not find
   * what they say, patterns that would not come to an end, and what the program asks for and would
   * not get.
   *
   * @param needed holds all that the program asks for
   * @return in the order of the files
   */
  public static List<PackProblem> check(PackFiles files, RulePack needed) {
    RulePackLoader loader = new RulePackLoader();
    loader.packs(List.of(files));
    boolean whole = loader.problems.isEmpty();
    // what is as it was shipped has been proven when the program was built
    Map<String, Cue> proven = new TreeMap<>();
    needed.examples().forEach(cue -> proven.put(key(cue), cue));
    loader.tests.stream()
        .filter(test -> !test.sameAs(proven.get(key(test.cue()))))
        .forEach(test -> loader.problems.addAll(test.problems()));
    loader.checkIndustries();
    if (whole) {
      // a file that cannot be read would seem to lack all that stands in it
      loader.checkNeeded(needed);
    }
    List<String> order = new ArrayList<>(loader.order);
    return loader.problems.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt((PackProblem each) -> order.indexOf(each.file()))
                .thenComparingInt(PackProblem::line))
        .toList();
  }

  private static String key(Cue cue) {
    return cue.language().code() + " " + cue.id();
  }

  /**
   * What a pack consists of.
   *
   * @param paths in the order in which they are read
   * @param texts of these files and of the list, by path
   */
  record Listed(String id, List<String> paths, SortedMap<String, String> texts) {}

  /** The files of one pack as they are; only the list is looked into. */
  static Listed files(PackSource source) {
    RulePackLoader loader = new RulePackLoader();
    TreeMap<String, String> texts = new TreeMap<>();
    YamlMap pack = loader.read(source, PackFiles.LIST);
    List<String> paths = pack == null ? List.of() : pack.texts("files");
    String id = pack == null ? source.name() : pack.text("id");
    for (String path : paths) {
      loader.text(source, path).ifPresent(text -> texts.put(path, text));
    }
    loader.text(source, PackFiles.LIST).ifPresent(text -> texts.put(PackFiles.LIST, text));
    if (!loader.problems.isEmpty()) {
      throw new RulePackException(id, loader.problems);
    }
    return new Listed(id, paths, texts);
  }

  private Optional<String> text(PackSource source, String path) {
    try {
      return Optional.of(source.read(path));
    } catch (IOException e) {
      problems.add(PackProblem.of(path, 0, PackFault.UNREADABLE));
      return Optional.empty();
    }
  }

  private String pack(PackSource source) {
    YamlMap pack = read(source, PackFiles.LIST);
    if (pack == null) {
      return source.name();
    }
    pack.onlyKeys(Set.of("id", "about", "files"));
    for (String path : pack.texts("files")) {
      YamlMap file = read(source, path);
      if (file != null) {
        file(path, file);
      }
    }
    return pack.text("id");
  }

  private @Nullable YamlMap read(PackSource source, String path) {
    order.add(path);
    String text = text(source, path).orElse(null);
    if (text == null) {
      return null;
    }
    digest.update(path.getBytes(StandardCharsets.UTF_8));
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    try {
      Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (node != null) {
        return new YamlMap(path, node, problems);
      }
      problems.add(PackProblem.of(path, 0, PackFault.EMPTY_FILE));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      problems.add(PackProblem.of(path, line, PackFault.NO_YAML, e.getProblem()));
    } catch (YAMLException e) {
      // a character that YAML does not take
      problems.add(PackProblem.of(path, 0, PackFault.NO_YAML, e.getMessage()));
    }
    return null;
  }

  private void file(String path, YamlMap file) {
    file.onlyKeys(Set.of("kind", "language", "entries"));
    switch (file.text("kind")) {
      case "macros" -> file.maps("entries").forEach(entry -> macro(path, language(file), entry));
      case "cues" -> file.maps("entries").forEach(entry -> cue(path, language(file), entry));
      case "words" -> file.maps("entries").forEach(entry -> words(language(file), entry));
      case "rules" -> file.maps("entries").forEach(this::rule);
      case "industries" -> file.maps("entries").forEach(entry -> industry(path, entry));
      case String other ->
          file.problem(
              file.line(), PackFault.UNKNOWN_KIND, other, "macros, cues, words, rules, industries");
    }
  }

  private static Language language(YamlMap file) {
    String code = file.text("language");
    if (!code.equals("zh") && !code.equals("en")) {
      file.problem(file.line(), PackFault.LANGUAGE);
      return Language.ZH;
    }
    return Language.ofCode(code);
  }

  private void macro(String path, Language language, YamlMap entry) {
    entry.onlyKeys(Set.of("id", "why", "pattern", "match", "noMatch"));
    String id = entry.text("id");
    String regex = expand(language, entry.text("pattern"), entry);
    macros.computeIfAbsent(language, _ -> new TreeMap<>()).put(id, "(?:" + regex + ")");
    Cue cue =
        new Cue(
            "macro." + id,
            language,
            entry.text("why"),
            List.of(regex),
            entry.texts("match"),
            entry.texts("noMatch"),
            path,
            entry.line());
    checkPatterns(cue, entry);
    example(cue, entry);
  }

  private void example(Cue cue, YamlMap entry) {
    examples.add(cue);
    tests.add(new SelfTest(cue, entry.lines("match"), entry.lines("noMatch")));
  }

  private void cue(String path, Language language, YamlMap entry) {
    entry.onlyKeys(Set.of("id", "why", "patterns", "match", "noMatch", "override"));
    String id = entry.text("id");
    if (!ID.matcher(id).matches()) {
      entry.problem(entry.line(), PackFault.NO_ID, id);
    }
    List<String> patterns =
        entry.texts("patterns").stream().map(p -> expand(language, p, entry)).toList();
    Cue cue =
        new Cue(
            id,
            language,
            entry.text("why"),
            patterns,
            entry.texts("match"),
            entry.texts("noMatch"),
            path,
            entry.line());
    String key = language.code() + " " + id;
    if (cues.containsKey(key) && !entry.text("override", "false").equals("true")) {
      entry.problem(entry.line(), PackFault.TAKEN, id, cues.get(key).file());
    }
    checkPatterns(cue, entry);
    cues.put(key, cue);
    example(cue, entry);
  }

  private void words(Language language, YamlMap entry) {
    entry.onlyKeys(Set.of("id", "why", "words", "override"));
    String id = entry.text("id");
    entry.text("why");
    Map<String, Set<String>> lists = words.computeIfAbsent(language, _ -> new TreeMap<>());
    if (lists.containsKey(id) && !entry.text("override", "false").equals("true")) {
      entry.problem(entry.line(), PackFault.TAKEN, id, "words");
    }
    Set<String> list = new TreeSet<>();
    for (String word : entry.texts("words")) {
      if (!list.add(word)) {
        entry.problem(entry.line(), PackFault.WORD_TWICE, word, id);
      }
    }
    lists.put(id, list);
  }

  private void checkPatterns(Cue cue, YamlMap entry) {
    for (String regex : cue.patterns()) {
      try {
        Pattern compiled = CueBook.compile(cue.language(), regex);
        if (compiled.matcher("").find()) {
          entry.problem(entry.line(), PackFault.FINDS_NOTHING, regex);
        }
      } catch (PatternSyntaxException e) {
        entry.problem(entry.line(), PackFault.NO_PATTERN, e.getDescription(), regex);
      }
    }
  }

  private String expand(Language language, String regex, YamlMap entry) {
    Matcher matcher = MACRO.matcher(regex);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String value = macros.getOrDefault(language, Map.of()).get(matcher.group(1));
      if (value == null) {
        entry.problem(entry.line(), PackFault.NO_MACRO, matcher.group(1));
        value = "";
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(out).toString();
  }

  private void rule(YamlMap entry) {
    entry.onlyKeys(Set.of("id", "severity", "why", "zh", "en", "override"));
    String id = entry.text("id");
    Rule.Severity severity = Rule.Severity.ADVICE;
    try {
      severity = Rule.Severity.valueOf(entry.text("severity").toUpperCase(java.util.Locale.ROOT));
    } catch (IllegalArgumentException e) {
      entry.problem(entry.line(), PackFault.SEVERITY);
    }
    Map<Language, Rule.Wording> wording = new TreeMap<>();
    for (Language language : Language.values()) {
      YamlMap words = entry.map(language.code());
      if (words != null) {
        words.onlyKeys(Set.of("message", "advice"));
        wording.put(language, new Rule.Wording(words.text("message"), words.text("advice")));
      }
    }
    if (rules.containsKey(id) && !entry.text("override", "false").equals("true")) {
      entry.problem(entry.line(), PackFault.TAKEN, id, "rules");
    }
    rules.put(id, new Rule(id, severity, entry.text("why"), wording));
  }

  private void industry(String path, YamlMap entry) {
    Industry industry = IndustryEntry.read(path, entry);
    if (industries.put(industry.id(), industry) != null
        && !entry.text("override", "false").equals("true")) {
      entry.problem(entry.line(), PackFault.TAKEN, industry.id(), "industries");
    }
  }

  /**
   * A concept that is worded in one language must be worded in the other, else scores would hang on
   * the language.
   */
  private void checkParity() {
    for (Cue cue : cues.values()) {
      Language other = cue.language() == Language.ZH ? Language.EN : Language.ZH;
      if (!cues.containsKey(other.code() + " " + cue.id())) {
        problems.add(
            PackProblem.of(cue.file(), cue.line(), PackFault.NO_WORDING, cue.id(), other.code()));
      }
    }
    for (Language language : Language.values()) {
      Language other = language == Language.ZH ? Language.EN : Language.ZH;
      for (String id : words.getOrDefault(language, Map.of()).keySet()) {
        if (!words.getOrDefault(other, Map.of()).containsKey(id)) {
          problems.add(PackProblem.of(PackFiles.LIST, 0, PackFault.NO_WORDS, id, other.code()));
        }
      }
    }
  }

  /** The names of trades that an industry gives as examples lead to it. */
  private void checkIndustries() {
    Industries all = new Industries(List.copyOf(industries.values()));
    for (Industry industry : industries.values()) {
      for (String trade : industry.match()) {
        if (!all.find(trade).equals(Optional.of(industry))) {
          problems.add(
              PackProblem.of(industry.file(), industry.line(), PackFault.NOT_FOUND, trade));
        }
      }
      for (String trade : industry.noMatch()) {
        if (all.find(trade).equals(Optional.of(industry))) {
          problems.add(PackProblem.of(industry.file(), industry.line(), PackFault.FOUND, trade));
        }
      }
    }
  }

  /** Ids are permanent: detectors ask for them, and old reports name them. */
  private void checkNeeded(RulePack needed) {
    List<String> lost = new ArrayList<>();
    needed.rules().keySet().stream().filter(id -> !rules.containsKey(id)).forEach(lost::add);
    for (Language language : Language.values()) {
      needed.book(language).ids().stream()
          .filter(id -> !cues.containsKey(language.code() + " " + id))
          .forEach(id -> lost.add(id + " (" + language.code() + ")"));
      needed.wordLists(language).keySet().stream()
          .filter(id -> !words.getOrDefault(language, Map.of()).containsKey(id))
          .forEach(id -> lost.add(id + " (" + language.code() + ")"));
    }
    needed.industries().all().stream()
        .map(Industry::id)
        .filter(id -> !industries.containsKey(id))
        .forEach(lost::add);
    lost.stream()
        .sorted()
        .forEach(id -> problems.add(PackProblem.of(PackFiles.LIST, 0, PackFault.LOST, id)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
