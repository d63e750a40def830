/**
 * The fourth stage: what was found enters, points leave. Pure arithmetic by SPEC §3; every figure
 * can be worked out by hand from the detections. Must not know documents, wording or who wrote the
 * proposal.
 */
package dev.dealcoach.service.score;
