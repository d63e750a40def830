package dev.dealcoach.nlp.pack;

import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
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
  private final Map<String, Rule> rules = new TreeMap<>();
  private final Map<String, Industry> industries = new LinkedHashMap<>();
  private final Map<Language, Map<String, Set<String>>> words = new TreeMap<>();
  private final Map<Language, Map<String, String>> macros = new TreeMap<>();
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
    String id = sources.stream().map(loader::pack).collect(Collectors.joining("+"));
    if (loader.problems.isEmpty()) {
      loader.checkParity();
      loader.problems.addAll(
          IndustryEntry.checked(loader.industries.values(), loader.rules.keySet()));
    }
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

  private String pack(PackSource source) {
    YamlMap pack = read(source, "pack.yaml");
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

  private YamlMap read(PackSource source, String path) {
    try {
      String text = source.read(path);
      digest.update(path.getBytes(StandardCharsets.UTF_8));
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (node == null) {
        problems.add(new PackProblem(path, 0, "the file is empty"));
        return null;
      }
      return new YamlMap(path, node, problems);
    } catch (IOException e) {
      problems.add(new PackProblem(path, 0, "cannot be read"));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      problems.add(new PackProblem(path, line, "is no YAML: " + e.getProblem()));
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
              file.line(),
              "unknown kind '" + other + "'; known: macros, cues, words, rules, industries");
    }
  }

  private static Language language(YamlMap file) {
    String code = file.text("language");
    if (!code.equals("zh") && !code.equals("en")) {
      file.problem(file.line(), "language must be zh or en");
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
    examples.add(cue);
  }

  private void cue(String path, Language language, YamlMap entry) {
    entry.onlyKeys(Set.of("id", "why", "patterns", "match", "noMatch", "override"));
    String id = entry.text("id");
    if (!ID.matcher(id).matches()) {
      entry.problem(
          entry.line(), "'" + id + "' is no id: lower-case words joined by dots and hyphens");
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
      entry.problem(
          entry.line(),
          "cue '"
              + id
              + "' already stands in "
              + cues.get(key).file()
              + "; say override: true to take its place");
    }
    checkPatterns(cue, entry);
    cues.put(key, cue);
    examples.add(cue);
  }

  private void words(Language language, YamlMap entry) {
    entry.onlyKeys(Set.of("id", "why", "words", "override"));
    String id = entry.text("id");
    entry.text("why");
    Map<String, Set<String>> lists = words.computeIfAbsent(language, _ -> new TreeMap<>());
    if (lists.containsKey(id) && !entry.text("override", "false").equals("true")) {
      entry.problem(
          entry.line(),
          "word list '" + id + "' stands twice; say override: true to take its place");
    }
    Set<String> list = new TreeSet<>();
    for (String word : entry.texts("words")) {
      if (!list.add(word)) {
        entry.problem(entry.line(), "'" + word + "' stands twice in word list '" + id + "'");
      }
    }
    lists.put(id, list);
  }

  private void checkPatterns(Cue cue, YamlMap entry) {
    for (String regex : cue.patterns()) {
      try {
        Pattern compiled = CueBook.compile(cue.language(), regex);
        if (compiled.matcher("").find()) {
          entry.problem(entry.line(), "pattern matches nothing at all: " + regex);
        }
      } catch (PatternSyntaxException e) {
        entry.problem(
            entry.line(), "pattern does not compile: " + e.getDescription() + " in " + regex);
      }
    }
  }

  private String expand(Language language, String regex, YamlMap entry) {
    Matcher matcher = MACRO.matcher(regex);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String value = macros.getOrDefault(language, Map.of()).get(matcher.group(1));
      if (value == null) {
        entry.problem(
            entry.line(), "no macro {" + matcher.group(1) + "} is defined before this place");
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
      entry.problem(entry.line(), "severity must be info, advice, warning or problem");
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
      entry.problem(
          entry.line(), "rule '" + id + "' stands twice; say override: true to take its place");
    }
    rules.put(id, new Rule(id, severity, entry.text("why"), wording));
  }

  private void industry(String path, YamlMap entry) {
    Industry industry = IndustryEntry.read(path, entry);
    if (industries.put(industry.id(), industry) != null
        && !entry.text("override", "false").equals("true")) {
      entry.problem(
          entry.line(),
          "industry '" + industry.id() + "' stands twice; say override: true to take its place");
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
            new PackProblem(
                cue.file(),
                cue.line(),
                "cue '" + cue.id() + "' has no wording in " + other.code()));
      }
    }
    for (Language language : Language.values()) {
      Language other = language == Language.ZH ? Language.EN : Language.ZH;
      for (String id : words.getOrDefault(language, Map.of()).keySet()) {
        if (!words.getOrDefault(other, Map.of()).containsKey(id)) {
          problems.add(
              new PackProblem(
                  "pack.yaml", 0, "word list '" + id + "' has no words in " + other.code()));
        }
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
