/**
 * Tables as spreadsheet programs keep them (XLSX): a sheet's rows of texts are read and written.
 * Reads no formula, follows no link, and stops at limits; knows nothing of what the tables hold.
 */
@NullMarked
package dev.dealcoach.service.sheet;

import org.jspecify.annotations.NullMarked;
