/**
 * Makes reviews in the background: jobs lie in the database beside the reviews, written in the
 * transaction that accepts the upload, so that nothing accepted is lost when a process is killed.
 * Several processes on one database share the work. Knows the ports of proposal and blob, and
 * db-scheduler; knows no HTTP, and not how a review is made.
 */
@NullMarked
package dev.dealcoach.service.job;

import org.jspecify.annotations.NullMarked;
