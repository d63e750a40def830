package dev.dealcoach.service.cli;

import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.Facts;
import dev.dealcoach.service.examples.ReasonWording;
import dev.dealcoach.service.wording.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Found examples for reading in a terminal. Immutable. */
final class ExamplesText {
  private static final int PERCENT = 100;

  private final Messages messages;

  ExamplesText(Messages messages) {
    this.messages = messages;
  }

  /** The examples as lines of text, each ended by a line feed. */
  String of(List<ExampleHit> hits) {
    if (hits.isEmpty()) {
      return messages.text("examples.nothing") + "\n";
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < hits.size(); i++) {
      ExampleHit hit = hits.get(i);
      out.append(i == 0 ? "" : "\n").append(i + 1).append(". ");
      out.append(hit.example().id()).append("  ");
      out.append(messages.text("examples.fits", Math.round(PERCENT * hit.fits()))).append('\n');
      String noted = noted(hit.example().facts());
      if (!noted.isEmpty()) {
        out.append("   ").append(noted).append('\n');
      }
      hit.example().text().lines().forEach(line -> out.append("   ").append(line).append('\n'));
      for (String reason : new ReasonWording(messages).of(hit.why())) {
        out.append("   + ").append(reason).append('\n');
      }
    }
    return out.toString();
  }

  private String noted(Facts facts) {
    String seller = null;
    if (facts.seller() != null) {
      seller =
          facts.rank() == null
              ? messages.text("examples.seller", facts.seller())
              : messages.text("examples.by", facts.seller(), facts.rank());
    }
    return Stream.of(facts.industry(), facts.product(), facts.stage(), seller, facts.date())
        .filter(one -> one != null)
        .map(String::valueOf)
        .collect(Collectors.joining(" · "));
  }
}
