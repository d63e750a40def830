/**
 * What an administrator does: accounts, teams with dated membership, reviews that did not come
 * about. In go who asks and what shall be; out comes whether it was done, or why not; the audit log
 * is told. Knows the ports of people and proposal; knows neither HTTP nor database, and no
 * customer's words.
 */
@NullMarked
package dev.dealcoach.service.admin;

import org.jspecify.annotations.NullMarked;
