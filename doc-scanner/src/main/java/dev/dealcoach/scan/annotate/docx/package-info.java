/**
 * Writes findings into Word files as comments. A DOCX, notes and places in its blocks enter, a
 * commented copy leaves in which nothing else has changed. Must not know rules or scores.
 */
package dev.dealcoach.scan.annotate.docx;
