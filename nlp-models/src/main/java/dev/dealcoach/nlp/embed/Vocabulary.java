package dev.dealcoach.nlp.embed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads the pieces that a model knows from its tokenizer file. */
final class Vocabulary {
  private Vocabulary() {}

  /**
   * The pieces by their id.
   *
   * @param tokenizer a {@code tokenizer.json} with a member {@code model.vocab}
   * @throws IOException if it is none
   */
  static List<String> read(byte[] tokenizer) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(tokenizer)) {
      find(json, "model");
      find(json, "vocab");
      List<String> pieces = new ArrayList<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String piece = json.currentName();
        int id = json.nextIntValue(-1);
        if (id < 0) {
          throw new IOException("a piece without an id");
        }
        if (id >= pieces.size()) {
          pieces.addAll(Collections.nCopies(id + 1 - pieces.size(), ""));
        }
        pieces.set(id, piece);
      }
      return pieces;
    }
  }

  /** Goes into the member of the object that begins next. */
  private static void find(JsonParser json, String member) throws IOException {
    JsonToken open = json.currentToken() == null ? json.nextToken() : json.currentToken();
    if (open != JsonToken.START_OBJECT) {
      throw new IOException("no object where " + member + " should be");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = json.currentName().equals(member);
      json.nextToken();
      if (found) {
        return;
      }
      json.skipChildren();
    }
    throw new IOException("no member " + member);
  }
}
