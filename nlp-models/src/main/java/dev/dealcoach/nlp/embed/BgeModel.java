package dev.dealcoach.nlp.embed;

import dev.dealcoach.nlp.text.Language;

/**
 * The small BGE models, version 1.5, eight bits a weight, as LangChain4j packs them.
 *
 * @param id the name of their files
 * @param dimensions of their vectors
 */
record BgeModel(String id, int dimensions) {
  static BgeModel of(Language language) {
    return switch (language) {
      case ZH -> new BgeModel("bge-small-zh-v1.5-q", 512);
      case EN -> new BgeModel("bge-small-en-v1.5-q", 384);
    };
  }

  /** The network, from the root of the class path. */
  String network() {
    return "/" + id + ".onnx";
  }

  /** The vocabulary, from the root of the class path. */
  String tokenizer() {
    return "/" + id + "-tokenizer.json";
  }
}
