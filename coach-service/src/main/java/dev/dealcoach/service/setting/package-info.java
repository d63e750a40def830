/**
 * Settings that an administrator changes while the service runs; what must be known before it
 * starts stands in the configuration file. Names and numbers go in and out. Knows no database and
 * not what a setting does.
 */
@NullMarked
package dev.dealcoach.service.setting;

import org.jspecify.annotations.NullMarked;
