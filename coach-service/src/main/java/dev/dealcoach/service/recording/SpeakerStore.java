package dev.dealcoach.service.recording;

import java.util.Optional;
import java.util.UUID;

/** What language people speak in their recordings, as they have set it. Thread-safe. */
public interface SpeakerStore {
  /** What somebody speaks; empty as long as nothing is set. */
  Optional<SpokenIn> language(UUID account);

  /** Sets what somebody speaks from now on; recordings that were handed in keep theirs. */
  void speaks(UUID account, SpokenIn language);
}
