/**
 * The door of the parse stage: finds a file's format by its content and hands it to the reader of
 * that format. A path enters, a parse result leaves. Must not know how any format is read.
 */
package dev.dealcoach.scan.parse.type;
