/**
 * What people are told outside the program: by the robots of DingTalk and WeCom, and by mail. In
 * come messages that were written with what they tell of, in one transaction; out they go one after
 * the other to each person, again after a failure, not at night, not too many at a time. Knows no
 * database and not what a message is about.
 */
@NullMarked
package dev.dealcoach.service.dispatch;

import org.jspecify.annotations.NullMarked;
