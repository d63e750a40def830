package dev.dealcoach.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.contact.Judge;
import dev.dealcoach.service.contact.Judgement;
import dev.dealcoach.service.json.DiscoveryJson;
import dev.dealcoach.service.json.DiscoveryReport;
import dev.dealcoach.service.pack.PackInForce;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Judges summaries as the command line does. Deterministic, thread-safe. */
final class DiscoveryJudge implements Judge {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final PackInForce packs;

  DiscoveryJudge(PackInForce packs) {
    this.packs = packs;
  }

  @Override
  public Judgement judge(String text, String industry) {
    Map<Language, DiscoveryReport> reports = packs.discovery().reports(text, industry);
    Map<Language, String> worded = new EnumMap<>(Language.class);
    reports.forEach((language, report) -> worded.put(language, DiscoveryJson.of(report)));
    Language language = Language.of(text);
    DiscoveryReport report = reports.get(language);
    Map<String, String> items = new LinkedHashMap<>();
    report.items().forEach((id, item) -> items.put(id, item.status()));
    try {
      return new Judgement(
          language,
          report.score(),
          report.filler(),
          items,
          worded,
          report.pack().id(),
          report.pack().sha256(),
          JSON.writeValueAsString(report.models()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("wire records can be written", e);
    }
  }
}
