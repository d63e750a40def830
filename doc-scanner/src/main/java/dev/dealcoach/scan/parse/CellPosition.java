package dev.dealcoach.scan.parse;

/**
 * Where a cell stands in its table. Immutable.
 *
 * @param table number of the table in the document, from 0, in reading order, nested tables counted
 *     where they begin
 * @param row row in that table, from 0
 * @param column column in that row, from 0; a merged cell has the column it begins at
 */
public record CellPosition(int table, int row, int column) {}
