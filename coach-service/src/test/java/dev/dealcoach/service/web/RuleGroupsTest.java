package dev.dealcoach.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page knows which score every rule's findings cost. */
class RuleGroupsTest {
  @Test
  void everyRuleBelongsToAScoreOrSpeaksOfTheDocument() throws IOException {
    String script;
    try (InputStream in = Web.class.getResourceAsStream("assets/groups.js")) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String table = script.substring(script.indexOf("const SCORES"), script.indexOf("};"));
    Set<String> known =
        Pattern.compile("'?([a-z-]+)'?: '")
            .matcher(table)
            .results()
            .map(hit -> hit.group(1))
            .collect(Collectors.toSet());
    Set<String> families =
        RulePack.standard().rules().keySet().stream()
            .map(id -> id.substring(0, id.indexOf('.')))
            .collect(Collectors.toCollection(TreeSet::new));
    families.remove("document");
    families.remove("ask"); // the questions of the discovery checklist
    assertThat(families).isNotEmpty().isEqualTo(new TreeSet<>(known));
  }
}
