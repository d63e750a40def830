/**
 * The library's pages and its interface for programs: examples under the findings of a review or
 * summary, search, nomination, and the trainers' workspace. Who is no trainer sees approved
 * examples only; no trainer sees a deal.
 */
@NullMarked
package dev.dealcoach.service.web.library;

import org.jspecify.annotations.NullMarked;
