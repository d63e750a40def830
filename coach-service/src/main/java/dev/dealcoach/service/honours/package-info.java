/**
 * The monthly honours board: who improved most and how, and, of nobody in particular, what is
 * repeated. Improvements and submissions go in; the board comes out. Knows no wording, no database
 * and no HTTP.
 */
@NullMarked
package dev.dealcoach.service.honours;

import org.jspecify.annotations.NullMarked;
