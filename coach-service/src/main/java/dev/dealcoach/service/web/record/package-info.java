/**
 * Recordings over HTTP: handing them in, following their transcription, hearing them, correcting
 * them, and the page of the recorder with its worker for times without a network. Knows the ports
 * of recording, contact, deal and blob; must not know how words are recognised.
 */
@NullMarked
package dev.dealcoach.service.web.record;

import org.jspecify.annotations.NullMarked;
