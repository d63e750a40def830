/**
 * The library of the best sellers' examples as the database keeps it: passages with their versions,
 * how far each has come, who did what with it, and how it was used; the rules by which an example
 * goes from a nomination to approval by a second person; masking of names and numbers. Knows
 * neither the index that finds examples nor the web.
 */
@NullMarked
package dev.dealcoach.service.library;

import org.jspecify.annotations.NullMarked;
