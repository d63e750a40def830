// Which score a finding costs, by its rule. The scores' order is the order on the page.

export const GOLD = ['pain_quote', 'evidence', 'objections'];
export const DIAGNOSES = ['structure', 'customer_language', 'risk_clauses', 'competitor_response'];

// what a rule's id begins with → the score
const SCORES = {
  'pain-quote': 'pain_quote',
  evidence: 'evidence',
  objection: 'objections',
  section: 'structure',
  'customer-language': 'customer_language',
  clause: 'risk_clauses',
  competitor: 'competitor_response',
};

/** The score that a rule's findings cost; `other` for none. */
export const scoreOf = (rule) => SCORES[rule.split('.')[0]] ?? 'other';

/** Praise says what the scores' own lists say already. */
export const isPraise = (finding) => finding.severity === 'info' && scoreOf(finding.rule) !== 'other';

const WEIGHT = { problem: 0, warning: 1, advice: 2, info: 3 };

/** Gravest first; findings alike keep their order. */
export function bySeverity(a, b) {
  return (WEIGHT[a.severity] ?? 9) - (WEIGHT[b.severity] ?? 9);
}
