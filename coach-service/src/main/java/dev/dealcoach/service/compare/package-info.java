/**
 * What changed from one version of a proposal to another. In come two reports (SPEC §8 {@code
 * scan}), out goes what got better and what got lost. Pure; knows no database and no HTTP.
 */
@NullMarked
package dev.dealcoach.service.compare;

import org.jspecify.annotations.NullMarked;
