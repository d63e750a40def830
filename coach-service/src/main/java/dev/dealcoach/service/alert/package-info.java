/**
 * Who needs help, and who is told of it: days that went badly one after the other, contacts whose
 * summary is overdue, what was not covered on a day. A rep's days go in, alerts with their cause
 * and the questions that help come out, each once. The rules are pure; what goes on in the world
 * comes through ports. Knows no database, no HTTP and no page.
 */
@NullMarked
package dev.dealcoach.service.alert;

import org.jspecify.annotations.NullMarked;
