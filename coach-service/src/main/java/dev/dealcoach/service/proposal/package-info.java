/**
 * Proposals handed in for a deal, their versions and reviews, and the ports that keep and make
 * them. A review begins when an upload is accepted and ends with a result or a refusal; every
 * attempt is counted. Knows no database, no HTTP and no scheduler.
 */
@NullMarked
package dev.dealcoach.service.proposal;

import org.jspecify.annotations.NullMarked;
