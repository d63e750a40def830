/** Measures the discovery analysis on the labelled corpora. */
package dev.dealcoach.service.score;
