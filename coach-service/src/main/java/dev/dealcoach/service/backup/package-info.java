/**
 * Backups: the database's rows and the files handed in go out into a folder, as they were at one
 * moment, while the service runs; such a folder becomes a service's data again, on either kind of
 * database; and the data are looked through for what does not fit together. What the rows mean is
 * known to the check only.
 */
@NullMarked
package dev.dealcoach.service.backup;

import org.jspecify.annotations.NullMarked;
