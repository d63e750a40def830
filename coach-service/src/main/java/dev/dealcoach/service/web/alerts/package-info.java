/**
 * The inbox of alerts, how somebody wants to be told, and the administrator's list of messages that
 * did not arrive: pages, and the same as JSON. A manager sees alerts of reps who were in the own
 * teams when they were raised.
 */
@NullMarked
package dev.dealcoach.service.web.alerts;

import org.jspecify.annotations.NullMarked;
