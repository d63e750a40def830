package dev.dealcoach.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealcoach.service.json.ScanJson;
import dev.dealcoach.service.wording.Messages;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scans the document that a line of a batch names. */
final class BatchScan implements JsonBatch.Answerer {
  private final DocumentScan scan;
  private final Messages messages;
  private final Path folder;

  /**
   * @param folder that the lines' paths are relative to
   */
  BatchScan(DocumentScan scan, Messages messages, Path folder) {
    this.scan = scan;
    this.messages = messages;
    this.folder = folder;
  }

  @Override
  public String answer(@Nullable JsonNode id, ObjectNode request) {
    JsonNode file = request.path("file");
    if (!file.isTextual() || file.textValue().isBlank()) {
      return ScanJson.failure(id, "bad-line", messages.text("batch.no-file"));
    }
    List<String> notes = notes(request.path("notes"));
    if (notes == null) {
      return ScanJson.failure(id, "bad-line", messages.text("batch.bad-notes"));
    }
    try {
      return switch (scan.scan(folder.resolve(file.textValue()), notes)) {
        case DocumentScan.Outcome.Reviewed(var report) -> ScanJson.answer(id, report);
        case DocumentScan.Outcome.Unreadable(var failure) -> {
          String code = failure.code().id();
          yield ScanJson.failure(id, code, messages.text("parse." + code, file.textValue()));
        }
      };
    } catch (InvalidPathException e) {
      return ScanJson.failure(
          id, "not-readable", messages.text("parse.not-readable", file.textValue()));
    }
  }

  /** The customer's statements, null if they are not a list of texts. */
  private static @Nullable List<String> notes(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      return null;
    }
    List<String> notes = new ArrayList<>();
    for (JsonNode note : node) {
      if (!note.isTextual()) {
        return null;
      }
      notes.add(note.textValue());
    }
    return notes;
  }
}
