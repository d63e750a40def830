package dev.dealcoach.service.web.tasks;

import dev.dealcoach.service.task.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as it stands in JSON.
 *
 * @param due ISO 8601
 * @param origin what it came from
 * @param link the page it came from; empty if none
 * @param overdue whether it is open and was due before today
 * @param note of who changed it last; may be empty
 * @param made ISO 8601
 * @param changed ISO 8601; null while nobody did anything, as is {@code changedBy}
 */
public record TaskBody(
    UUID id,
    UUID owner,
    String ownerName,
    UUID creator,
    String creatorName,
    String title,
    String doneWhen,
    String due,
    String origin,
    String link,
    String state,
    boolean overdue,
    String note,
    String made,
    @Nullable String changed,
    @Nullable String changedBy) {
  static TaskBody of(Task task, LocalDate today) {
    Instant changed = task.changed();
    return new TaskBody(
        task.id(),
        task.owner(),
        task.ownerName(),
        task.creator(),
        task.creatorName(),
        task.title(),
        task.doneWhen(),
        task.due().toString(),
        task.origin().id(),
        task.link(),
        task.state().id(),
        task.overdue(today),
        task.note(),
        task.made().toString(),
        changed == null ? null : changed.toString(),
        task.actorName());
  }

  /** The same for templates, which know no null. */
  Map<String, Object> line() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", id.toString());
    line.put("owner", ownerName);
    line.put("creator", creatorName);
    line.put("title", title);
    line.put("doneWhen", doneWhen);
    line.put("due", due);
    line.put("origin", origin);
    line.put("link", link);
    line.put("state", state);
    line.put("overdue", overdue);
    line.put("note", note);
    line.put("made", made);
    line.put("changed", changed == null ? "" : changed);
    line.put("changedBy", changedBy == null ? "" : changedBy);
    return line;
  }
}
