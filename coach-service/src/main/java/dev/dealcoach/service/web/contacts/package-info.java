/**
 * The HTTP interface and the pages of contacts with customers: their summaries, how these are
 * scored, and what came before. In come JSON and a person's words, out go pages and JSON. Who may
 * see what is decided by {@link dev.dealcoach.service.access.Access}; how a summary is judged is
 * not known here.
 */
@NullMarked
package dev.dealcoach.service.web.contacts;

import org.jspecify.annotations.NullMarked;
