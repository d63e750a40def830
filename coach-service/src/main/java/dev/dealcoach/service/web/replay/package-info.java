/**
 * The monthly replay as pages and as JSON: drawing deals, playing them back, marking where they
 * turned, choosing the best actions for the library. Everything of a deal is what {@link
 * dev.dealcoach.service.access.Access} lets the manager see.
 */
@NullMarked
package dev.dealcoach.service.web.replay;

import org.jspecify.annotations.NullMarked;
