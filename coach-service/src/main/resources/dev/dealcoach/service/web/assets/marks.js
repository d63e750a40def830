// Cuts a text at the ends of stretches, so that each piece lies wholly inside or outside of every stretch.

/**
 * The pieces of a text in order: `{text, start, covering}`, `covering` holding the stretches (`{start, end, …}`) a piece
 * lies in, the longest first.
 */
export function pieces(text, stretches) {
  const cuts = [...new Set([0, text.length, ...stretches.flatMap((s) => [s.start, s.end])])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => ({
    text: text.slice(start, cuts[i + 1]),
    start,
    covering: stretches
      .filter((s) => s.start <= start && s.end >= cuts[i + 1])
      .sort((a, b) => b.end - b.start - (a.end - a.start)),
  }));
}
