package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.maxent.TrainedModel;
import dev.dealcoach.nlp.text.PerLanguage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The models of this package as they are shipped; each is read when its language first comes. */
final class DiscoveryModels {
  /** Makes a missing model again. */
  static final String COMMAND = "./mvnw -q -Ptrain -pl nlp-models verify";

  private static final Map<String, PerLanguage<TrainedModel>> KINDS = new ConcurrentHashMap<>();

  private DiscoveryModels() {}

  /**
   * The models of a kind.
   *
   * @param kind such as {@code clause}, for {@code clause-zh.bin.gz} and {@code clause-en.bin.gz}
   */
  static PerLanguage<TrainedModel> of(String kind) {
    return KINDS.computeIfAbsent(
        kind,
        named ->
            new PerLanguage<>(
                language ->
                    TrainedModel.shipped(
                        "/dev/dealcoach/nlp/models/" + named + "-" + language.code() + ".bin.gz",
                        COMMAND)));
  }

  /** Names a model in a score. */
  static SummaryJudge.ModelStamp stamp(TrainedModel model) {
    return new SummaryJudge.ModelStamp(model.id(), model.sha256());
  }
}
