/**
 * Who works here: accounts with their role, teams as a tree, who was in which team when, sessions
 * and API tokens, and the ports that keep them. Knows no database, no HTTP and no password.
 */
@NullMarked
package dev.dealcoach.service.people;

import org.jspecify.annotations.NullMarked;
