package dev.dealcoach.service.annotate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.scan.parse.DocumentType;
import java.io.IOException;
import java.util.List;

/**
 * What the child is asked. Immutable.
 *
 * @param original path of the document
 * @param target path of the copy
 * @param type the document's format
 * @param author who is shown as the notes' author
 * @param notes in the order in which they shall be listed
 */
record AnnotateRequest(
    String original, String target, DocumentType type, String author, List<Note> notes) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  byte[] encode() throws IOException {
    return JSON.writeValueAsBytes(this);
  }

  static AnnotateRequest decode(byte[] bytes) throws IOException {
    return JSON.readValue(bytes, AnnotateRequest.class);
  }
}
