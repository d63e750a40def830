/**
 * The library of examples for people: what was found becomes a report with its reasons worded. Must
 * not know the command line, the web or how examples are found.
 */
package dev.dealcoach.service.examples;
