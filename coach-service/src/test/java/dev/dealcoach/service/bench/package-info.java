/**
 * How fast the scan is, beside bare Tika on the same files in the same run. Run by {@code ./mvnw
 * -Pbench package}; no part of the tests, whose machines are too uneven for figures.
 */
package dev.dealcoach.service.bench;
