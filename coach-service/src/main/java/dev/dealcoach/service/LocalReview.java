package dev.dealcoach.service;

import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.service.child.ChildPool;
import dev.dealcoach.service.cli.ReviewSession;
import dev.dealcoach.service.cli.Reviewer;
import dev.dealcoach.service.intake.ChildDocumentParser;
import dev.dealcoach.service.intake.ReadingProcesses;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Reads and reviews on this machine without a server: a child process boots while the rule pack
 * loads in this one.
 */
final class LocalReview implements ReviewSession {
  private final ChildPool children;
  private final DocumentParser parser;
  private final CompletableFuture<Reviewer> reviewer;

  private LocalReview(ChildPool children, CompletableFuture<Reviewer> reviewer) {
    this.children = children;
    this.parser = new ChildDocumentParser(children);
    this.reviewer = reviewer;
  }

  static LocalReview open(int parallel, Supplier<Reviewer> load) {
    ChildPool children =
        ChildPool.open(ReadingProcesses.of(parallel, ReadingProcesses.HEAP_MEBIBYTES, temporary()));
    children.warm(1);
    return new LocalReview(children, CompletableFuture.supplyAsync(load));
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  @Override
  public DocumentParser parser() {
    return parser;
  }

  @Override
  public Reviewer reviewer() {
    return reviewer.join();
  }

  @Override
  public void close() {
    children.close();
  }
}
