/**
 * What keeps the service in order, over HTTP: settings, erasure, health, figures for Prometheus,
 * the description of the interface, and limits to how much one may ask for. Knows nothing of deals
 * and reviews.
 */
@NullMarked
package dev.dealcoach.service.web.operation;

import org.jspecify.annotations.NullMarked;
