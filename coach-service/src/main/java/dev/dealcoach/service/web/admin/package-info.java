/**
 * The pages on which an administrator looks after people, teams, jobs, storage and the audit log,
 * and the JSON for what has no other place. In come forms; out go pages. What is done is decided in
 * {@link dev.dealcoach.service.admin.Administration}. Shows no customer's words: not even names of
 * files.
 */
@NullMarked
package dev.dealcoach.service.web.admin;

import org.jspecify.annotations.NullMarked;
