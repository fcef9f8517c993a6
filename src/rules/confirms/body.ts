import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says, things } from './look.ts'

export default defineRule({
  id: 'confirms/body',
  category: 'treatment-detail',
  severity: 'stop',
  kinds: REPLIES,
  says: "This speaks about the reader's body or looks.",
  why: 'Praise for a smile, skin or knee tells everybody what was treated here.',
  instead: 'Leave the body out: "What a lovely message, thank you!"',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    things(['body'], {
      where: ({ hold, open, topics, subject, title }, asked) => {
        const { told, felt, thanked, someone, crowd } = asked.sentence
        if (open || (crowd && !told)) return false
        if (title) return false
        // "First hand", "hands on"
        if (asked.said(['first hand', 'firsthand', 'hands-on', 'in good hands'])) return false
        if (hold === 'yours' || hold === 'theirs')
          return (
            told ||
            felt ||
            (thanked && !(topics & asked.topic('idiom'))) ||
            (subject && (!asked.said(['will']) || asked.has('when', 'count'))) ||
            asked.has('act', 'outcome', 'condition')
          )
        const idiom = (topics & asked.topic('idiom')) !== 0
        if (hold === 'that') return !(idiom && asked.said(['needed', 'need']))
        if (hold === 'the')
          return (told || felt) && (!idiom || (someone && asked.has('act', 'procedure', 'condition')))
        if (hold === 'counted' || hold === 'ours' || hold === 'a')
          return told && someone && asked.has('act', 'procedure', 'condition', 'sequel')
        return (
          (told || felt) &&
          someone &&
          asked.has('act', 'procedure', 'condition', 'outcome', 'sequel', 'positive')
        )
      },
    }),
    says(
      [
        '^ (beautiful|gorgeous|stunning|perfect|happy|amazing|new|great|healthy) {soft}*1 {body} !(is|are|can|start|starts)',
        '(you|u) {be}? {soft}*3 (look|looked|looking|glowing|gorgeous|stunning|beautiful|radiant|snatched|unrecognizable|walking|smiling|seeing|sleeping|moving|standing|glow)',
        '(you|u|she|he) {soft}*1 (have|has|had|got) {soft}*1 (the|such|a|an)? {soft}*3 (most|prettiest|best|cutest|straightest|softest)? {soft}*2 {positive}? {soft}*1 {body}',
        '(look|looks|looked|looking) {soft}*2 {positive}? {soft}*1 on (you|u|her|him)',
        '(your|ur) {soft}*2 (glow|new look|before|after|befores|afters|look|looks|confidence)',
      ],
      {
        where: ({ sentence }) => !sentence.crowd,
        unless: [
          'you (look|looking) for',
          'looking (for|forward|at|to|into)',
          'if you',
          '(be|smiling|made|keep|had) ..3 (smiling|us|me)',
        ],
      },
    ),
  ),
})
