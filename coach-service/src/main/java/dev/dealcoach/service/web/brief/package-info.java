/**
 * The weekly brief as a page, as JSON and on paper; all three say the same in the same words. In
 * come a team and a week, out goes what {@link dev.dealcoach.service.access.Access} lets the
 * manager see of it.
 */
@NullMarked
package dev.dealcoach.service.web.brief;

import org.jspecify.annotations.NullMarked;
