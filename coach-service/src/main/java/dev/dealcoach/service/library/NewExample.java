package dev.dealcoach.service.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An example to be taken in. Immutable.
 *
 * @param name by which imports know it; unique
 * @param deal that it comes from: deleted with it; null if none
 * @param author whose words it holds: deleted with the account; null if not known
 * @param link page that it was nominated on; empty if none
 * @param actor who takes it in; null for the program itself
 */
public record NewExample(
    UUID id,
    String name,
    LibraryState state,
    Content content,
    @Nullable UUID deal,
    @Nullable UUID author,
    String link,
    @Nullable LocalDate reviewBy,
    @Nullable UUID actor,
    Step.What what,
    Instant at) {}
