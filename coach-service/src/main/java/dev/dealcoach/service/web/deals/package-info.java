/**
 * The HTTP interface and the pages of deals: what the customer said, proposals handed in, and their
 * reviews as they come about. In come JSON, forms and files; out go pages, JSON, events and
 * documents. Who may see what is decided by {@link dev.dealcoach.service.access.Access}; how a
 * review is made is not known here.
 */
@NullMarked
package dev.dealcoach.service.web.deals;

import org.jspecify.annotations.NullMarked;
