/**
 * Importing deals and mails that come from elsewhere, by page and as JSON. What is imported is the
 * viewer's own.
 */
@NullMarked
package dev.dealcoach.service.web.imports;

import org.jspecify.annotations.NullMarked;
