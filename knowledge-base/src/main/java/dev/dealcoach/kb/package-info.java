/** Examples in, ranked examples out. Knows nothing of documents, scores or the web. */
package dev.dealcoach.kb;
