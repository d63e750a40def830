/**
 * Reading text in pictures. A picture enters, lines of text with their boxes leave. Must not know
 * documents or their formats.
 */
package dev.dealcoach.scan.parse.ocr;
