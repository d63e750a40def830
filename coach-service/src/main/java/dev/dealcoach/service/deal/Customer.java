package dev.dealcoach.service.deal;

import java.time.Instant;
import java.util.UUID;

/**
 * A company that may buy. Immutable.
 *
 * @param name 1 to 200 characters
 * @param industry in the company's own terms; empty if not known
 */
public record Customer(UUID id, String name, String industry, Instant created) {}
