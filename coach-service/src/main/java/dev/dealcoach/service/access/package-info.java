/**
 * The one place that decides who may do what. Every route says with {@link
 * dev.dealcoach.service.access.Allowed} for which roles it is, or with {@link
 * dev.dealcoach.service.access.OpenToAll} that it needs nobody signed in; what says neither is
 * shut. Everything of somebody else's is found through {@link dev.dealcoach.service.access.Access},
 * which writes the audit log. Knows no HTTP and no database.
 */
@NullMarked
package dev.dealcoach.service.access;

import org.jspecify.annotations.NullMarked;
