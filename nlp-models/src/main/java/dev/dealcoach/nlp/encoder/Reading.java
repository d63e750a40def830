package dev.dealcoach.nlp.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.dealcoach.nlp.statement.DiscoveryItem;
import dev.dealcoach.nlp.statement.ItemJudgement;
import dev.dealcoach.nlp.text.Span;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the network says of some places of one sequence. To be closed; for one thread. */
final class Reading implements AutoCloseable {
  /** Probabilities an item: none, partial, covered. */
  private static final int STATUSES = 3;

  private final OrtSession.Result result;
  private final FloatBuffer items;
  private final FloatBuffer filler;

  private Reading(OrtSession.Result result) {
    this.result = result;
    this.items = ((OnnxTensor) result.get("items").orElseThrow()).getFloatBuffer();
    this.filler = ((OnnxTensor) result.get("filler").orElseThrow()).getFloatBuffer();
  }

  /**
   * Runs the network.
   *
   * @param pieces the sequence, not empty
   * @param spans places; each is read off the pieces that lie wholly in it
   */
  static Reading of(EncoderModel model, List<Piece> pieces, List<Span> spans) {
    int size = pieces.size() + 2;
    LongBuffer ids = LongBuffer.allocate(size);
    ids.put(model.pieces().start());
    pieces.forEach(piece -> ids.put(piece.id()));
    ids.put(model.pieces().end()).flip();
    FloatBuffer inside = FloatBuffer.allocate(spans.size() * size);
    for (int s = 0; s < spans.size(); s++) {
      for (int p = 0; p < pieces.size(); p++) {
        if (spans.get(s).contains(pieces.get(p).place())) {
          inside.put(s * size + p + 1, 1);
        }
      }
    }
    OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    try (OnnxTensor idTensor = OnnxTensor.createTensor(runtime, ids, new long[] {size});
        OnnxTensor spanTensor =
            OnnxTensor.createTensor(runtime, inside, new long[] {spans.size(), size})) {
      return new Reading(model.session().run(Map.of("ids", idTensor, "spans", spanTensor)));
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed on " + model.stamp().id(), e);
    }
  }

  /**
   * The judgements of a place, one an item.
   *
   * @param place index of the span asked for
   * @param clause what the judgements call it
   */
  List<ItemJudgement> items(int place, int clause) {
    List<ItemJudgement> judgements = new ArrayList<>();
    int at = place * STATUSES * DiscoveryItem.values().length;
    for (DiscoveryItem item : DiscoveryItem.values()) {
      judgements.add(
          new ItemJudgement(clause, item, items.get(at), items.get(at + 1), items.get(at + 2)));
      at += STATUSES;
    }
    return judgements;
  }

  /** The probability that a place says nothing checkable. */
  double filler(int place) {
    return filler.get(place);
  }

  @Override
  public void close() {
    result.close();
  }
}
