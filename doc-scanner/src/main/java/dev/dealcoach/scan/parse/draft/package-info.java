/**
 * What the readers of every format need while they read: the growing document with its limits, the
 * frame that turns whatever goes wrong into a failure, the marks of a numbered heading. Raw text of
 * one block after the other enters, a parse result leaves. Must not know any file format.
 */
package dev.dealcoach.scan.parse.draft;
