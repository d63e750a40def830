package dev.dealcoach.service.transcribe;

import dev.dealcoach.service.child.ChildTask;
import dev.dealcoach.speech.transcript.ModelStamp;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.vosk.ModelDirectory;
import dev.dealcoach.speech.vosk.UnusableModelException;
import dev.dealcoach.speech.vosk.VoskTranscriber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Tries a model out, in the child process. The request is the path of its directory; the answer is
 * empty if it works, else says why it does not.
 */
public final class TrialTask implements ChildTask {
  @Override
  public byte[] run(byte[] request, Progress progress) {
    Path path = Path.of(new String(request, StandardCharsets.UTF_8));
    String problem = "";
    try {
      // language and stamp do not matter for a trial
      VoskTranscriber.tryOut(
          ModelDirectory.known(path, SpokenLanguage.ZH, new ModelStamp("trial", "")));
    } catch (UnusableModelException | IOException e) {
      problem = String.valueOf(e.getMessage());
    }
    return problem.getBytes(StandardCharsets.UTF_8);
  }
}
