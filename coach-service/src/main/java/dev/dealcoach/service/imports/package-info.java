/**
 * Tables of deals that come from elsewhere. In come the bytes of a CSV file, out go its lines: each
 * a deal, or what is wrong with it. Knows no database and no HTTP.
 */
@NullMarked
package dev.dealcoach.service.imports;

import org.jspecify.annotations.NullMarked;
