/** Scores over time. */
package dev.dealcoach.service.trend;
