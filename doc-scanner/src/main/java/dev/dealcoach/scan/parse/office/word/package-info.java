/**
 * Reads Word files: DOCX by a streaming walk over its XML, DOC through POI. A file enters, blocks
 * in reading order leave; for DOCX also which XML element every character came from, so that a
 * comment can be put there. Must not know slides, PDF, or who asks.
 */
package dev.dealcoach.scan.parse.office.word;
