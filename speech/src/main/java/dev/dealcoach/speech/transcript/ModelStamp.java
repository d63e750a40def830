package dev.dealcoach.speech.transcript;

/**
 * Which model made a transcript. Immutable.
 *
 * @param id its name, such as {@code vosk-model-small-cn-0.22}
 * @param sha256 of all its files, 64 hexadecimal digits
 */
public record ModelStamp(String id, String sha256) {}
