/**
 * The analysis of a spoken summary as a whole: a text enters, with the reader's language and
 * perhaps the customer's industry; the report of SPEC §8 leaves. Command line and service both ask
 * here, so that they say the same. Must not know where a text came from or who spoke it.
 */
@NullMarked
package dev.dealcoach.service.discovery;

import org.jspecify.annotations.NullMarked;
