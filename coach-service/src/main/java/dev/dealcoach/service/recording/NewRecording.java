package dev.dealcoach.service.recording;

import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.contact.NewContact;
import org.jspecify.annotations.Nullable;

/**
 * A recording that is to be kept, with the contact it speaks of. The customer's consent was noted.
 * Immutable.
 *
 * @param action id of the action that was agreed; null if none
 * @param confirmed whether the customer confirmed it
 * @param audio the sound file
 * @param photo a picture of the contact; null if none
 */
public record NewRecording(
    NewContact contact,
    @Nullable String action,
    boolean confirmed,
    Blob audio,
    SpokenIn language,
    @Nullable Blob photo) {}
