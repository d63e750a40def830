/**
 * What is printed: headings, paragraphs and tables on pages of paper. Blocks of worded text go in,
 * a file comes out. Knows nothing of what the text is about, no database and no HTTP.
 */
@NullMarked
package dev.dealcoach.service.paper;

import org.jspecify.annotations.NullMarked;
