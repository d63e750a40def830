package dev.dealcoach.scan.detect.quote;

/** What a clause of the customer's is about. */
public enum Nature {
  /** A problem: loss, delay, error, fear, complaint. */
  PAIN,
  /** Nothing marks it; it is read with its neighbours. */
  PLAIN,
  /** What they would like. */
  WISH,
  /** What it may cost. */
  BUDGET,
  /** Something they ask us. */
  QUESTION,
  /** Courtesy, praise. */
  PLEASANTRY,
  /** Somebody else's offer, or doing it themselves. */
  RIVAL,
  /** A demand on the offer or a doubt about it. */
  CONDITION,
  /** A plain or favourable fact. */
  FACT
}
