/**
 * The program's own sentences, in Chinese and English: errors, help, labels. A key enters, the
 * sentence in the reader's language leaves. What a review says about a proposal is the rule pack's,
 * not found here.
 */
package dev.dealcoach.service.wording;
