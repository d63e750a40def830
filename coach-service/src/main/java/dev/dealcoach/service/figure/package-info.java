/**
 * The figures that managers steer by, each defined once: discovery, gold standard, effective-action
 * rate, warm-up time, improvement rate (SPEC §6). What was done on each day by each rep goes in,
 * figures of any period come out, with the count that each rests on. Knows no database, no HTTP and
 * no wording.
 */
@NullMarked
package dev.dealcoach.service.figure;

import org.jspecify.annotations.NullMarked;
