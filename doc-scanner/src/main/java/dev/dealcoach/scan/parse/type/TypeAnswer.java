package dev.dealcoach.scan.parse.type;

import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;

/** What format a file has, or why it will not be read. */
public sealed interface TypeAnswer {
  /** A format that is read. */
  record Known(DocumentType type) implements TypeAnswer {}

  /** A file that is not read: not there, empty, encrypted, damaged, of another format. */
  record Refused(ParseFailure failure) implements TypeAnswer {}
}
