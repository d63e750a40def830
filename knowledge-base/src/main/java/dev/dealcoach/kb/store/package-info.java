/**
 * A library of examples in a folder that stands alone: a log of the examples, their vectors, and
 * the index made from both. Keeps the three in step through crashes, full disks and damaged files.
 * Knows nothing of commands and of the service's database.
 */
package dev.dealcoach.kb.store;
