/**
 * Won deals played back together once a month: which are drawn, how each went, where it turned,
 * what was best in it. Deals with their contacts, proposals and statements go in; draws and
 * timelines come out, the same for the same seed and the same deals. Knows no wording, no database
 * and no HTTP.
 */
@NullMarked
package dev.dealcoach.service.replay;

import org.jspecify.annotations.NullMarked;
