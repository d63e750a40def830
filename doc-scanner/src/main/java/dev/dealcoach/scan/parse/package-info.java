/**
 * The first stage: the bytes of a file enter, a {@link dev.dealcoach.scan.parse.ParsedDocument}
 * leaves: blocks in reading order, each with its text in normal form and where it stands, or a
 * {@link dev.dealcoach.scan.parse.ParseFailure} with its reason. Must not know what a proposal is,
 * nor sections, rules or scores.
 */
package dev.dealcoach.scan.parse;
