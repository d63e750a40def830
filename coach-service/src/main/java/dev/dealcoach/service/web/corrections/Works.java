package dev.dealcoach.service.web.corrections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.contact.Summary;
import dev.dealcoach.service.correction.Item;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.web.corrections.CorrectionBodies.BlindBody;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that are judged, without anything that the machine found in them. Thread-safe. */
final class Works {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final ContactStore contacts;
  private final ProposalStore proposals;

  Works(ContactStore contacts, ProposalStore proposals) {
    this.contacts = contacts;
    this.proposals = proposals;
  }

  /** The summary, or the proposal's text; empty if the version is not the latest. */
  String text(Subject subject) {
    if (subject.kind() == Subject.Kind.CONTACT) {
      return contacts
          .summary(subject.id())
          .filter(summary -> summary.id().equals(subject.summary()))
          .map(Summary::text)
          .orElse("");
    }
    return proposals.blocks(subject.id()).map(Works::joined).orElse("");
  }

  /** What the customer had said when the proposal was handed in; empty for a contact. */
  List<String> statements(Subject subject) {
    return subject.kind() == Subject.Kind.REVIEW ? proposals.statements(subject.id()) : List.of();
  }

  /** What a manager gets who judges blind; null if there is nothing to judge. */
  @Nullable BlindBody blind(Subject subject) {
    String text = text(subject);
    if (text.isEmpty()) {
      return null;
    }
    Map<String, List<String>> items = new LinkedHashMap<>();
    for (Item item : Item.of(subject.kind())) {
      if (item.blind()) {
        items.put(item.id(), item.scale().grades());
      }
    }
    return new BlindBody(subject.id(), subject.kind().id(), text, statements(subject), items);
  }

  private static String joined(String blocks) {
    List<String> texts = new ArrayList<>();
    try {
      for (JsonNode block : JSON.readTree(blocks)) {
        texts.add(block.path("text").asText());
      }
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return String.join("\n", texts);
  }
}
