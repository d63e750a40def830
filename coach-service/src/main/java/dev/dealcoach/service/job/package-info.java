/**
 * Makes reviews and transcribes recordings in the background: jobs lie in the database beside them,
 * written in the transaction that accepts the upload ({@link dev.dealcoach.service.job.JobTable}),
 * so that nothing accepted is lost when a process is killed. {@link
 * dev.dealcoach.service.job.JobRunner} has attempts made until one of them says that the job is
 * over; a worker makes one attempt and counts. Several processes on one database share the work.
 * Knows the ports of proposal, recording and blob, and db-scheduler; knows no HTTP, and not how a
 * review or a transcript is made.
 */
@NullMarked
package dev.dealcoach.service.job;

import org.jspecify.annotations.NullMarked;
