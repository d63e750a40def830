/**
 * Makes copies of reviewed documents with the findings noted in them. A review enters, a file
 * leaves: a PDF with highlights or a Word file with comments. The document is opened in a child
 * process, as it was for reading. Must not know scores, HTTP or where the files are kept.
 */
@NullMarked
package dev.dealcoach.service.annotate;

import org.jspecify.annotations.NullMarked;
