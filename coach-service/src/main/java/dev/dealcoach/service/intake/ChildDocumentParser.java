package dev.dealcoach.service.intake;

import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.service.child.ChildAnswer;
import dev.dealcoach.service.child.ChildPool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Reads files in child processes: what a file does to its parser ends in a {@link ParseFailure} of
 * that file. Thread-safe.
 */
public final class ChildDocumentParser implements DocumentParser {
  /** A parser that keeps its limit by itself answers within this time after it. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final ChildPool children;

  /** Reads with these children, whose task must be {@link ParseTask}. */
  public ChildDocumentParser(ChildPool children) {
    this.children = children;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if child processes do not start on this machine, or the thread is
   *     interrupted while it waits; its interrupt flag is set then
   */
  @Override
  public ParseResult parse(Path file, String name, ParseLimits limits) {
    byte[] request = new ParseRequest(file.toAbsolutePath(), name, limits).encode();
    Duration ocr =
        limits.ocr() ? limits.ocrTimePerPage().multipliedBy(limits.ocrPages()) : Duration.ZERO;
    try {
      return switch (children.run(request, limits.time().plus(GRACE), ocr)) {
        case ChildAnswer.Done done -> ParseWire.decode(done.bytes());
        case ChildAnswer.Failed failed -> new ParseFailure(code(failed.reason()), failed.detail());
      };
    } catch (IOException e) {
      return new ParseFailure(ParseFailure.Code.CRASHED, "an answer that is none");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a file was read", e);
    }
  }

  private static ParseFailure.Code code(ChildAnswer.Reason reason) {
    return switch (reason) {
      case TIMED_OUT -> ParseFailure.Code.TIMED_OUT;
      case OUT_OF_MEMORY -> ParseFailure.Code.OUT_OF_MEMORY;
      case STACK_OVERFLOW -> ParseFailure.Code.TOO_DEEP;
      case ANSWER_TOO_LARGE -> ParseFailure.Code.TOO_LARGE;
      case CRASHED -> ParseFailure.Code.CRASHED;
    };
  }
}
