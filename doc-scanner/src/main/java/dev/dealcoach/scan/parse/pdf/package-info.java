/**
 * PDF reading with PDFBox. A PDF file enters, a {@link dev.dealcoach.scan.parse.ParseResult}
 * leaves. Knows PDFBox and the layout; must not know other formats.
 */
package dev.dealcoach.scan.parse.pdf;
