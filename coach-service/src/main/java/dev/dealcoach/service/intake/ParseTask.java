package dev.dealcoach.service.intake;

import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.service.child.ChildTask;

/** Reads a document, in the child process. */
public final class ParseTask implements ChildTask {
  @Override
  public byte[] run(byte[] request, Progress progress) throws Exception {
    ParseRequest wanted = ParseRequest.decode(request);
    DocumentParser parser = null;
    return ParseWire.encode(parser.parse(wanted.file(), wanted.name(), wanted.limits()));
  }
}
