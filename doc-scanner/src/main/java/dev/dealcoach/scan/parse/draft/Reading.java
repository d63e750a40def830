package dev.dealcoach.scan.parse.draft;

import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The frame around every reader: checks the file, runs the reader, and answers with a failure for
 * whatever it throws. Stateless.
 */
public final class Reading {
  private Reading() {}

  /** Reads one file of one format into a draft. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads the file.
     *
     * @return number of pages or slides, null where the format has none
     * @throws IOException if the file cannot be read
     */
    @Nullable Integer read(Path file, DocumentDraft draft) throws Exception;
  }

  /** Runs a reader; never throws for what is in the file. */
  public static ParseResult of(
      Path file, String name, DocumentType type, ParseLimits limits, Reader reader) {
    Optional<ParseFailure> refused = refused(file, limits);
    if (refused.isPresent()) {
      return refused.get();
    }
    DocumentDraft draft = new DocumentDraft(limits);
    try {
      Integer pages = reader.read(file, draft);
      return draft.finish(baseName(name), type, pages, sha256(file));
    } catch (Exception e) {
      return failure(e);
    } catch (StackOverflowError e) {
      // a library went deeper than its own guards; nothing of it is kept, so going on is safe
      return new ParseFailure(ParseFailure.Code.TOO_DEEP, "nested too deep for " + type.id());
    }
  }

  /** The failure that an exception of a reader stands for. */
  public static ParseFailure failure(Exception e) {
    return switch (e) {
      case ReadingStopped stopped -> stopped.failure();
      case NoSuchFileException gone ->
          new ParseFailure(ParseFailure.Code.NOT_READABLE, "no such file");
      case AccessDeniedException denied ->
          new ParseFailure(ParseFailure.Code.NOT_READABLE, "access denied");
      // only the class: the message may quote the document
      default -> new ParseFailure(ParseFailure.Code.DAMAGED, e.getClass().getSimpleName());
    };
  }

  /** Why a file is not even opened: missing, empty, larger than the limit. */
  public static Optional<ParseFailure> refused(Path file, ParseLimits limits) {
    try {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        return Optional.of(
            new ParseFailure(ParseFailure.Code.NOT_READABLE, "not there, or may not be read"));
      }
      long size = Files.size(file);
      if (size == 0) {
        return Optional.of(new ParseFailure(ParseFailure.Code.EMPTY, "no bytes"));
      }
      if (size > limits.bytes()) {
        return Optional.of(
            new ParseFailure(
                ParseFailure.Code.TOO_LARGE, size + " bytes, at most " + limits.bytes()));
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          new ParseFailure(ParseFailure.Code.NOT_READABLE, e.getClass().getSimpleName()));
    }
  }

  /**
   * The SHA-256 of a file, hexadecimal, lower case.
   *
   * @throws IOException if it cannot be read
   */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A file's name without folders, whichever system's separator the user's machine has. */
  public static String baseName(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
