/**
 * The pages on which a person hands in one proposal and reads its review, or types the summary of a
 * contact and reads its score, and the HTTP interface behind them.
 *
 * <p>In come a file, the customer's statements and the reader's language; out go the review as JSON
 * (SPEC §8), the document as it was handed in, a copy of it with the findings noted in it, and the
 * page that shows all of this. What is handed in is kept for a short while only ({@link
 * dev.dealcoach.service.web.RecentReviews}): there are no accounts and there is no database here.
 * How a review comes about is not known here either; that is behind the port {@link
 * dev.dealcoach.service.web.ProposalReviewer}.
 */
@NullMarked
@OpenToAll
package dev.dealcoach.service.web;

import dev.dealcoach.service.access.OpenToAll;
import org.jspecify.annotations.NullMarked;
