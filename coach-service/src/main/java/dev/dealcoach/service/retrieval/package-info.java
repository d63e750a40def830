/**
 * Finds examples of the library: keeps this process's own index in step with the database, and
 * chooses what answers a review or a summary. What is found is read from the database again, so
 * that nothing is shown that is not approved at that moment. Knows neither the web nor how the
 * library is kept.
 */
@NullMarked
package dev.dealcoach.service.retrieval;

import org.jspecify.annotations.NullMarked;
