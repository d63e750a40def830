/**
 * Contacts with customers and the summaries that reps write of them, and the ports that keep and
 * judge them. In come a summary's words, out go its score by the discovery checklist and whether it
 * repeats an earlier one. Knows no database, no HTTP and nothing of how a summary is judged.
 */
@NullMarked
package dev.dealcoach.service.contact;

import org.jspecify.annotations.NullMarked;
