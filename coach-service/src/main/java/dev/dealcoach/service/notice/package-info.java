/**
 * What people are told inside the program: that something of theirs has ended or waits for them.
 * Knows no wording, no database and no HTTP.
 */
@NullMarked
package dev.dealcoach.service.notice;

import org.jspecify.annotations.NullMarked;
