/**
 * What any request to list or to create may say: where a page begins and how long it is, and the
 * key under which a creation is made only once. Knows neither HTTP nor database.
 */
@NullMarked
package dev.dealcoach.service.request;

import org.jspecify.annotations.NullMarked;
