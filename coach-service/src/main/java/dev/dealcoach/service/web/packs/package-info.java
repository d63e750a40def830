/**
 * The pages and interface for rule packs in the trainers' workspace. Requests enter; pages, JSON
 * and archives of a pack's files leave. Names of customers and people never do.
 */
@NullMarked
package dev.dealcoach.service.web.packs;

import org.jspecify.annotations.NullMarked;
