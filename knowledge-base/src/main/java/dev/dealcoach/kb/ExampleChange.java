package dev.dealcoach.kb;

/** One step in the life of the library. */
public sealed interface ExampleChange {
  /** The example's id. */
  String id();

  /** An example is new or has changed. */
  record Put(Example example) implements ExampleChange {
    @Override
    public String id() {
      return example.id();
    }
  }

  /** An example is gone; nothing happens if there was none. */
  record Remove(String id) implements ExampleChange {}
}
