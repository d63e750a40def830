/** Measures detectors against labelled proposals; run by hand or by the evaluation profile. */
package dev.dealcoach.scan.eval;
