/**
 * A file comes in: documents are read in child processes, so that what a file does to its parser
 * costs that file alone. A path enters, a {@link dev.dealcoach.scan.parse.ParseResult} leaves; it
 * crosses the process border in the binary form of {@link dev.dealcoach.service.intake.ParseWire}.
 * Must not know what is looked for in a document.
 */
package dev.dealcoach.service.intake;
