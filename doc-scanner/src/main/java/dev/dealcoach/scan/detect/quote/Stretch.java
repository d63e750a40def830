package dev.dealcoach.scan.detect.quote;

/**
 * A stretch of a proposal that shares its words with a statement. Immutable.
 *
 * @param statement number of the statement, from 0
 * @param from first unit of the proposal
 * @param to after the last unit
 * @param coverage share of the stretch's weight that the statement's runs cover, 0 to 1
 * @param covered the weight that they cover
 * @param longest weight of the longest run
 * @param shares weight laid over from each unit of the statement: 0 where nothing was taken
 */
@SuppressWarnings("ArrayRecordComponent") // one value a unit; never changed, never compared
public record Stretch(
    int statement,
    int from,
    int to,
    double coverage,
    double covered,
    double longest,
    float[] shares) {}
