/**
 * The brief of a team before its weekly meeting: how everybody stands, what is lacking most, which
 * tasks are left from last time, what to talk about. Figures, submissions and tasks of the week go
 * in as they stood at its end; a brief comes out, the same whoever asks and whenever. Knows no
 * wording, no database and no HTTP.
 */
@NullMarked
package dev.dealcoach.service.brief;

import org.jspecify.annotations.NullMarked;
