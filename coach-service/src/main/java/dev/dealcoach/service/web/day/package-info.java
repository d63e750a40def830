/**
 * A person's day and history: what needs doing, what came of the last contacts and proposals, and
 * how the scores go. Reads only what is the viewer's own.
 */
@NullMarked
package dev.dealcoach.service.web.day;

import org.jspecify.annotations.NullMarked;
