package dev.dealcoach.service;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.service.child.ChildPool;
import dev.dealcoach.service.cli.ReviewSession;
import dev.dealcoach.service.intake.ChildDocumentParser;
import dev.dealcoach.service.intake.ReadingProcesses;
import dev.dealcoach.service.review.ReviewPipeline;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Reads and reviews on this machine without a server: a child process boots while the rule pack
 * loads in this one.
 */
final class LocalReview implements ReviewSession {
  private final ChildPool children;
  private final DocumentParser parser;
  private final ParseLimits limits;
  private final CompletableFuture<ReviewPipeline> pipeline;

  private LocalReview(
      ChildPool children, ParseLimits limits, CompletableFuture<ReviewPipeline> pipeline) {
    this.children = children;
    this.limits = limits;
    this.parser = new ChildDocumentParser(children);
    this.pipeline = pipeline;
  }

  /** A session with the usual limits. */
  static LocalReview open(int parallel) {
    return open(parallel, ParseLimits.STANDARD);
  }

  static LocalReview open(int parallel, ParseLimits limits) {
    ChildPool children =
        ChildPool.open(ReadingProcesses.of(parallel, ReadingProcesses.HEAP_MEBIBYTES, temporary()));
    children.warm(1);
    return new LocalReview(
        children,
        limits,
        CompletableFuture.supplyAsync(() -> new ReviewPipeline(RulePack.standard())));
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  @Override
  public DocumentParser parser() {
    return parser;
  }

  @Override
  public ParseLimits limits() {
    return limits;
  }

  @Override
  public ReviewPipeline pipeline() {
    return pipeline.join();
  }

  @Override
  public void close() {
    children.close();
  }
}
