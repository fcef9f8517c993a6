import { defineRule, phrases } from '../kit.ts'

const THEY =
  "(you|they|y'all|yall|u|she|he|staff|{staffword|staff|name}|office|place|clinic|nobody|no one|receptionist|billing)"

export default defineRule({
  id: 'channel/visitor-complaint',
  category: 'defensive-reply',
  severity: 'caution',
  kinds: ['visitor_comment'],
  says: 'A visitor complains about the practice.',
  why: 'An answer that argues or explains confirms that they are a patient; removing only bad comments hides them from others, and nobody may be punished for complaining.',
  instead:
    'Do not argue. "We take feedback seriously. Please call our office manager." Hide it only under a rule that applies to praise too.',
  citations: [
    { article: 'visitors-comments', source: '16 CFR 465.7(b)' },
    { article: 'visitors-comments', source: '45 CFR 164.530(g)' },
  ],
  since: '0.1.0',
  match: phrases(
    [
      `${THEY} ..4 (ruined|burned|botched|lied|lie|refused|ignored|overcharged|charged|lost|canceled|cancelled|hurt|butchered|misdiagnosed|scammed|killed|yelled|laughed at|hung up|dismissed|rushed|messed|screwed|denied|dropped|forgot|double billed|billed|never (called|answered|answer|call))`,
      `${THEY} ..3 (was|were|is|are) {soft}*2 (rude|awful|terrible|horrible|mean|unprofessional|incompetent|dishonest|crooks|liars|scammers|a joke|careless|useless|dirty|filthy)`,
      '(do not|dont|never) (go|come|trust|use|bring|waste|let|send) ..4 (here|there|place|them|office|your|these|this|clinic|money|time|kids)',
      '^ (rude|mean|lousy|dirty|incompetent|careless|overpriced|shady|unfriendly) ..4',
      '(will|wont) ..1 (not|never) (be (back|returning|going back)|go back|return|recommend)',
      '^ (never|stay|avoid|worst|shame|beware|run|zero stars|scam|malpractice|disgusting|ridiculous|unacceptable|terrible|horrible) ..6',
      '(worst|horrible|terrible|awful) ..2 (experience|place|office|service|doctor|dentist|clinic|staff|ever|{claim.provider})',
      '(never (again|going back|coming back|returning)|shame on (you|them)|malpractice|rip off|ripoff|scam artists|report (you|them)|suing|going to sue|my lawyer|better business)',
      '(waited|waiting|on hold|sat there) ..4 (hours|hour|minutes|forever|days|weeks|months)',
      '(nobody|no one|does anyone|does anybody|can someone) ..2 (answers|answer|picks up|pick up|called|calls|called me|read|cares|cared|call me|responds)',
      '(still waiting|still no) ..5',
    ],
    {
      unless: [
        '(best|love|great|amazing|wonderful|ouch haha|lol|haha) ',
        '(sunscreen|tip|taco|costume|parking garage)',
      ],
    },
  ),
})
