/**
 * The make-up of printed pages. Characters with their places and the ruling lines of a page enter
 * ({@link dev.dealcoach.scan.parse.layout.PageContent}); blocks in reading order leave: headings,
 * paragraphs, list items, table cells. Pure: must not know where the characters come from (a PDF's
 * text or OCR), nor any library.
 */
package dev.dealcoach.scan.parse.layout;
