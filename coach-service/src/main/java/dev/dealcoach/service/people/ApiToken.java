package dev.dealcoach.service.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets a program act for an account. Immutable; the token's value itself is not kept.
 *
 * @param name what it is for, in its owner's words
 * @param expires when it ends by itself; null for never
 * @param lastUsed to the minute; null if never
 */
public record ApiToken(
    UUID id,
    UUID account,
    String name,
    Instant created,
    @Nullable Instant expires,
    @Nullable Instant lastUsed) {}
