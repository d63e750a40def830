/**
 * What the readers of Office formats share beside the container: pictures in a document that hold
 * its text. Bytes of a picture enter, blocks with the place of the picture leave. Must not know
 * which program made the document.
 */
package dev.dealcoach.scan.parse.office;
