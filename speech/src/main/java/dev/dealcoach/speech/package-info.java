/** Audio in, transcript out. Knows nothing of documents, rules, scores or the web. */
package dev.dealcoach.speech;
