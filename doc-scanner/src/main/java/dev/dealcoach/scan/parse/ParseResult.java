package dev.dealcoach.scan.parse;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What comes out of reading a file: the document, or why not. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ParseResult.Parsed.class, name = "parsed"),
  @JsonSubTypes.Type(value = ParseFailure.class, name = "failure")
})
public sealed interface ParseResult permits ParseResult.Parsed, ParseFailure {
  /** The file was read. */
  record Parsed(ParsedDocument document) implements ParseResult {}
}
