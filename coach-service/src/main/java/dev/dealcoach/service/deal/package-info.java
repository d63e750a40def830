/**
 * Customers, deals and what the customer said, and the port that keeps them. Knows no database, no
 * HTTP and nothing of how a proposal is judged.
 */
@NullMarked
package dev.dealcoach.service.deal;

import org.jspecify.annotations.NullMarked;
