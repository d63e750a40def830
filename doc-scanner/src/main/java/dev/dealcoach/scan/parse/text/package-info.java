/**
 * Reads text files: plain text, Markdown, HTML, and finds which characters their bytes stand for. A
 * file enters, blocks with their line numbers leave. Must not know containers, Word or slides.
 */
package dev.dealcoach.scan.parse.text;
