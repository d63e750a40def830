package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.segment.ReadBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that may prove something. Immutable.
 *
 * @param block where it stands
 * @param number of its last sentence in the block
 * @param span the sentence, or two that prove something only together
 * @param verdict what the rules take it for, null for nothing
 * @param features what is true of it, for the trained model
 * @param joined what is true of it together with what follows its semicolon; empty without one
 */
record EvidenceCandidate(
    ReadBlock block,
    int number,
    Span span,
    Evidence.@Nullable Kind verdict,
    List<String> features,
    List<String> joined) {
  EvidenceCandidate {
    joined = List.copyOf(joined);
    features = List.copyOf(features);
  }

  /** What sort of proof it is, if it is one: by the rules, else by what it speaks of. */
  Evidence.Kind kind() {
    if (verdict != null) {
      return verdict;
    }
    if (features.contains("evidence.certificate")) {
      return Evidence.Kind.CERTIFICATE;
    }
    if (features.contains("evidence.report") && features.contains("evidence.number-id")) {
      return Evidence.Kind.TEST_REPORT;
    }
    if (features.contains("evidence.reference")) {
      return Evidence.Kind.REFERENCE_CUSTOMER;
    }
    boolean service =
        features.contains("evidence.sla-guarantee")
            || features.contains("evidence.sla-remedy")
            || (features.contains("evidence.sla-event") && features.contains("evidence.sla-time"));
    if (service && !features.contains("evidence.done")) {
      return Evidence.Kind.SLA_FIGURE;
    }
    return features.contains("evidence.trial")
        ? Evidence.Kind.OWN_TRIAL
        : Evidence.Kind.CASE_RESULT;
  }
}
