import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'
import { US } from './turns.ts'

export default defineRule({
  id: 'confirms/choosing',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This thanks the reader for coming to this practice.',
  why: 'Only somebody who is treated here can be thanked for choosing or trusting you, so it confirms it.',
  instead: 'Thank for the words alone: "Thank you for the kind feedback."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    says(
      [
        `(choosing|chose|chosen|picking|picked|selecting|selected|trusting|trusted|trust|entrusting|entrusted|believing in|putting ..3 in|placing ..3 in|sticking with|staying with|relying on|counting on|turning to|supporting ..3 over) ${US}`,
        '(trusting|trusted|trust) (the|our|my|in (the|our)) (process|plan|team|work|hands|care|expertise|recommendations)',
        '(sending|sent|send|referring|referred|bringing|brought|recommending) ..5 (our way|to us)',
        '(thank you|thanks|thank) ..2 (your|her|his|the) {soft}*1 {word} for (recommending|referring|sending|telling|suggesting) ',
        '(referral|referrals)$',
        '(thank you|thanks|thx|appreciate) ..4 (the|your|that|those|all the) {soft}*1 (referral|referrals)',
        '(referring|referred) (your|a|her|his|the|{name})',
        '(entrusted|trusted|entrusting|trusting) {soft}*1 with (your|you|such|the care|this|that)',
        `(letting|allowing|giving|let|allowed|gave|inviting) (us|me|our {soft}*2 {staffword}|{staff|staffword}|{own}) ..3 (be|become|care|help|treat|serve|take|do|work|play|walk|share|guide|look|join|give|get|fix|transform|create|make|bring|support|perform|try|a (part|chance|shot)|(the|an?) {soft}*2 (opportunity|privilege|honor|chance)) !(of help|answer|know)`,
        `(be|being|become|been|play|playing) {soft}*1 (a|apart|an)? {soft}*2 (part|piece|role|apart) (of|in) ((your|ur|her|his|their|you) {soft}*3 {word}|(this|the|such|that) {soft}*3 (journey|story|transformation|milestone|process|adventure|care|recovery|smile))`,
        '(thank you|thanks|grateful|appreciate) ..3 (for|of)? (your|all your|the|all the|so many|these) {soft|number|count}*2 (years|decades) {soft}*1 (with|here|together|at|in|of) !(service|feedback|reviews|business advice|support of)',
        '(opportunity|chance|honor|privilege|pleasure) (to|of) (serve|serving|treat|treating|care for|caring for|take care|taking care|be part|work with|working with) {soft}*1 (you|your|with you|of you)',
      ],
      {
        unless: [
          '(if|before|when|who|they|people|patients|families|everyone|anyone) ..2 (choose|chose|trust|pick)',
          '(reviews|neighbors|charity|fundraiser|team|celebration|event)$',
          'so (we|that) ..2 can',
        ],
        where: ({ sentence }) => !sentence.crowd,
      },
    ),
    says(['(your|ur) {soft}*3 (trust|loyalty|business|patronage|continued trust|confidence|faith)'], {
      unless: [
        '(earn|win|regain|earning|restore) ..2 your',
        '(hours|license|name|idea|email|phone|own) ..2 business',
        '(new|own|small|local|family) business',
      ],
      where: ({ sentence }) => !sentence.crowd,
    }),
  ),
})
