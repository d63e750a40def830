/**
 * The third stage: a segmented document and the customer's statements enter; {@link
 * dev.dealcoach.scan.detect.Detections} leave: what the proposal holds of pain quotes, evidence,
 * objections, sections, risk clauses, the customer's words and answers to rivals, each with its
 * place. Pure: no clock, random, file or network. Must not know points, scores or wording.
 */
package dev.dealcoach.scan.detect;
