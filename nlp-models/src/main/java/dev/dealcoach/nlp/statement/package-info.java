/**
 * What a spoken summary says, clause by clause. The text of a summary enters; clauses (places in
 * that text) leave, each with what it says of the five items of the discovery checklist: facts read
 * by the rule pack, and probabilities from a trained {@link
 * dev.dealcoach.nlp.statement.SummaryJudge}. Knows nothing of scores, reps or documents.
 */
package dev.dealcoach.nlp.statement;
