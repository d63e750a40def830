package dev.dealcoach.service.recording;

import dev.dealcoach.service.blob.Blob;
import java.util.UUID;

/**
 * What a worker needs for one attempt at a recording. Immutable.
 *
 * @param attempt the how manieth, from 1
 * @param industry of the customer; empty if not known
 */
public record RecordingWork(
    UUID recording,
    int attempt,
    Blob audio,
    SpokenIn language,
    UUID contact,
    UUID author,
    String industry) {}
