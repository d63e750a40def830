/**
 * Tasks that somebody who leads sets to somebody led: what, until when, what counts as done, and
 * where it came from. Each step is kept with who took it and when, so that what stood at any time
 * can be told again. Knows no wording, no database and no HTTP.
 */
@NullMarked
package dev.dealcoach.service.task;

import org.jspecify.annotations.NullMarked;
