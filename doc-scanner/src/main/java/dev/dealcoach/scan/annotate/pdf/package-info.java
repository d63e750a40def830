/**
 * Writes findings into PDF files as annotations. A PDF, notes and boxes enter, a marked copy
 * leaves. Must not know rules or scores.
 */
package dev.dealcoach.scan.annotate.pdf;
