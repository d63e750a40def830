/**
 * What is lacking again and again in what reps hand in: the gaps of a team, and what one rep
 * repeats. Contacts and proposals with what was flagged in them go in; out come the flaws, counted.
 * Knows no wording, no database and no HTTP.
 */
@NullMarked
package dev.dealcoach.service.lesson;

import org.jspecify.annotations.NullMarked;
