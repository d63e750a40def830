package dev.dealcoach.service.job;

/** What is to happen to a job after an attempt. */
enum Next {
  /** What it is about has ended; the job can go. */
  OVER,
  /** Another attempt shall be made later. */
  AGAIN,
  /** It waits for something that is not there yet; {@link JobRunner#wake} says that it has come. */
  WAITING
}
