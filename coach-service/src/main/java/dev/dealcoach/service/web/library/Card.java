package dev.dealcoach.service.web.library;

import java.util.LinkedHashMap;
import java.util.Map;

/** A card as templates take it. */
final class Card {
  private Card() {}

  static Map<String, Object> of(CardBody card) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", card.id().toString());
    line.put("text", card.text());
    line.put("language", card.language());
    line.put("why", card.why());
    line.put("whyItWorks", card.whyItWorks());
    line.put("industry", card.industry());
    line.put("product", card.product());
    line.put("stage", card.stage());
    line.put("shows", card.shows());
    line.put("tags", card.tags());
    line.put("seller", card.seller());
    line.put("rank", card.rank() == null ? "" : card.rank().toString());
    line.put("date", card.date() == null ? "" : card.date());
    line.put("outcome", card.outcome());
    line.put("helped", card.helped());
    return line;
  }
}
