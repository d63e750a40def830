package dev.dealcoach.service.pack;

import java.time.Instant;
import java.util.UUID;

/**
 * A pack's way from one state to another. Immutable.
 *
 * @param revision that was looked at
 * @param note what is said about it; empty if nothing
 */
public record PackMove(
    UUID pack,
    int revision,
    PackState from,
    PackState to,
    UUID actor,
    PackStep.What what,
    String note,
    Instant at) {}
