/**
 * Scores over time. In come what was scored when, out go weekly means. Pure; knows no database, no
 * HTTP and no clock.
 */
@NullMarked
package dev.dealcoach.service.trend;

import org.jspecify.annotations.NullMarked;
