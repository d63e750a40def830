package dev.dealcoach.service.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An example with one of its versions. Immutable.
 *
 * @param name by which imports and exports know it, unique
 * @param state of the latest version
 * @param latest number of the latest version, from 1
 * @param shown number of the version that everybody sees; null if none
 * @param version number of the version at hand
 * @param content of that version
 * @param reviewBy day by which a trainer looks at it again; null if none
 * @param link page that it was nominated on; empty if it was not
 * @param touched when the last thing was done with it
 */
public record LibraryExample(
    UUID id,
    String name,
    LibraryState state,
    int latest,
    @Nullable Integer shown,
    int version,
    Content content,
    @Nullable LocalDate reviewBy,
    String link,
    Instant created,
    Instant touched) {}
