package dev.dealcoach.service.recording;

import org.jspecify.annotations.Nullable;

/**
 * What was noted of a contact besides the words. Immutable.
 *
 * @param consent whether the customer agreed to the recording
 * @param action id of the action that was agreed; null if none
 * @param confirmed whether the customer confirmed it
 * @param photo SHA-256 of a picture; null if none
 * @param photoBytes its length; null if none
 */
public record ContactFacts(
    boolean consent,
    @Nullable String action,
    boolean confirmed,
    @Nullable String photo,
    @Nullable Long photoBytes) {}
