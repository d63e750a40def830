package dev.dealcoach.service.recording;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recording and how far it has come, without its words. Immutable.
 *
 * @param sha256 of the sound file
 * @param bytes length of the sound file
 * @param language what it is said to be spoken in
 * @param attempts how often its transcription was begun
 * @param refusal why there is no transcript; null unless refused
 * @param seconds length of the audio; null until done, as is doubtful
 * @param doubtful whether the engine was so unsure that a person should read it
 * @param ended when it was done or refused; null before
 */
public record Recording(
    UUID id,
    UUID contact,
    UUID deal,
    UUID author,
    String sha256,
    long bytes,
    SpokenIn language,
    RecordingState state,
    int attempts,
    @Nullable String refusal,
    @Nullable Double seconds,
    @Nullable Boolean doubtful,
    Instant accepted,
    @Nullable Instant ended) {}
