/**
 * The audit log: who read or changed what of somebody else, and when. Entries go in and can be
 * read; there is no way to alter one. Knows no database.
 */
@NullMarked
package dev.dealcoach.service.audit;

import org.jspecify.annotations.NullMarked;
