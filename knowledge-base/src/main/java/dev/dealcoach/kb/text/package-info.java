/**
 * The words by which texts are found. A text enters, Chinese, English or mixed; the terms under
 * which it is indexed and looked for leave. Knows nothing of indexes and of what examples are.
 */
package dev.dealcoach.kb.text;
