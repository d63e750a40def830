/**
 * What a customer wrote in a mail. In come the bytes of an {@code .eml} file, out go its own words:
 * no quoted mails, no signature. Knows no database and no HTTP.
 */
@NullMarked
package dev.dealcoach.service.mail;

import org.jspecify.annotations.NullMarked;
