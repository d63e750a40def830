/** Two versions of a proposal are compared. */
package dev.dealcoach.service.compare;
