package dev.dealcoach.service.correction;

import java.util.UUID;

/**
 * What machine and person said of one item of one version. Immutable.
 *
 * @param version the summary or the review
 * @param blind whether the person did not see the machine's word
 */
public record Said(UUID version, Item item, String machine, String given, boolean blind) {}
