/**
 * How fast the scan is, beside bare Tika, and the discovery analysis, beside an embedding, each on
 * the same texts in the same run; and how the service does under load, beside the scan's batch. Run
 * by {@code ./mvnw -Pbench package}; no part of the tests, whose machines are too uneven for
 * figures.
 */
package dev.dealcoach.service.bench;
