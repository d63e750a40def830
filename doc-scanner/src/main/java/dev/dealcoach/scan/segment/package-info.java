/**
 * The second stage: a parsed document enters; a {@link
 * dev.dealcoach.scan.segment.SegmentedDocument} leaves, in which every block has been read once for
 * cues and sentences and the blocks are gathered into sections under their headings. Pure. Must not
 * know detectors or scores.
 */
package dev.dealcoach.scan.segment;
