/**
 * Two versions of a proposal side by side, as a page and as JSON. Who may see them is decided by
 * {@link dev.dealcoach.service.access.Access}.
 */
@NullMarked
package dev.dealcoach.service.web.compare;

import org.jspecify.annotations.NullMarked;
