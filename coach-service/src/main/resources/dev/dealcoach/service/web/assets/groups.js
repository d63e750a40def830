// Which score a finding costs, by its rule. The scores' order is the order on the page.

export const GOLD = ['pain_quote', 'evidence', 'objections'];
export const DIAGNOSES = ['structure', 'customer_language', 'risk_clauses', 'competitor_response'];

// the first that fits wins
const RULES = [
  [/quote|slogan/, 'pain_quote'],
  [/evidence|claim/, 'evidence'],
  [/objection|question/, 'objections'],
  [/rival|competitor/, 'competitor_response'],
  [/clause|risk/, 'risk_clauses'],
  [/customer|term|statement/, 'customer_language'],
  [/section|structure|heading/, 'structure'],
];

/** The score that a rule's findings cost; `other` for none. */
export function scoreOf(rule) {
  return RULES.find(([pattern]) => pattern.test(rule))?.[1] ?? 'other';
}

const WEIGHT = { problem: 0, warning: 1, advice: 2, info: 3 };

/** Gravest first; findings alike keep their order. */
export function bySeverity(a, b) {
  return (WEIGHT[a.severity] ?? 9) - (WEIGHT[b.severity] ?? 9);
}
