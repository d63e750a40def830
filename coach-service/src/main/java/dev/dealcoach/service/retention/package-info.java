/**
 * What goes again: the data of a person, and what is older than the settings allow. Ids and
 * instants go in; rows and files are really deleted, and only their number comes out. Knows no
 * database.
 */
@NullMarked
package dev.dealcoach.service.retention;

import org.jspecify.annotations.NullMarked;
