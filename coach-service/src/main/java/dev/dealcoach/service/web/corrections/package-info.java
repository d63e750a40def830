/**
 * The pages and the HTTP interface of corrections: confirming and overriding what the machine said,
 * judging blind, disputing and deciding, the managers' queue, the agreement of machine and people.
 * In come what people say, out go pages and JSON. Who sees whose work is decided by {@link
 * dev.dealcoach.service.access.Access}; who may decide by {@link
 * dev.dealcoach.service.correction.Deciders}.
 */
@NullMarked
package dev.dealcoach.service.web.corrections;

import org.jspecify.annotations.NullMarked;
