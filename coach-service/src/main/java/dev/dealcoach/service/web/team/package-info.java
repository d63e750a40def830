/**
 * A manager's pages: the teams he or she leads with those below, the people in them, and what they
 * handed in, down to the review. In come addresses; out go pages and JSON of what {@link
 * dev.dealcoach.service.access.Access} lets the manager see. Changes nothing.
 */
@NullMarked
package dev.dealcoach.service.web.team;

import org.jspecify.annotations.NullMarked;
