/**
 * Signing in, and the gate that every request passes: it finds out who asks, asks {@link
 * dev.dealcoach.service.access.Access} whether the route may be used, and refuses changes that do
 * not come from our own pages. In come cookies, tokens and forms; out go pages and JSON about
 * accounts, teams and the audit log. Knows nothing of deals and reviews.
 */
@NullMarked
package dev.dealcoach.service.web.account;

import org.jspecify.annotations.NullMarked;
