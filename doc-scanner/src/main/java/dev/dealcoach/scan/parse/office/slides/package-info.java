/**
 * Reads presentations: PPTX by streaming its XML, PPT through POI; both meet in {@link
 * dev.dealcoach.scan.parse.office.slides.SlideShape}, from which one class makes blocks in the
 * order in which a person reads a slide. A file enters, blocks leave. Must not know Word.
 */
package dev.dealcoach.scan.parse.office.slides;
