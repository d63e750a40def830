/**
 * The page of what a person was told, and the same as JSON. Everybody sees the own notices only.
 */
@NullMarked
package dev.dealcoach.service.web.notices;

import org.jspecify.annotations.NullMarked;
