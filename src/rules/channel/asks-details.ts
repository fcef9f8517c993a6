import { beside } from '../beside.ts'
import { anyOf, defineRule, type Matcher, POSTS, phrases, REPLIES } from '../kit.ts'

/** What nobody should send through a social platform. */
const DETAIL =
  '({channel.detail|condition}|hurts|hurt|hurting|bothering|aching|what is going on|going on|insurance|allergies|meds|weight|height|age|skin concern|health concern|concerns|issues|selfie|results|bloodwork|lab results|test results|x-rays|(card|member|policy|chart|group|account) number|labs)'
const PICTURE = '{channel.picture}'
const BODY =
  '({body|condition|procedure|product|outcome|advice.symptom}|it|that|stitches|area|bump|spot|rash|medication|bottle|skin|yourself)'
/** "DM us", "reply to this story", "in the comments". */
const HERE =
  '((dm|message|inbox|pm|whatsapp|messenger|text|shoot|snap) (us|me|this page|the page|our page|our nurse|our team|a|the|to|with|your|{quote|sign}*1 {word} {quote|sign}*1 with)|(reply|respond|comment) (to this|with|below|your|to our|here|{quote|sign}*1 {word} {quote|sign}*1 with)|(drop|leave|post|share|type) (your|the|us|it|any|a ({channel.picture|channel.send}|note|line)) ..2|send (us|me|it|over|along|a|your|the|them|in)|(in|into|to|via|by|through|on|over) (the|our|your|my)*1 {channel.social}|{channel.social} with|text {word} to {number} with)'

/** What may be asked: a costume, a résumé, nothing at all. */
const HARMLESS = [
  '{not|claim.without} ..6 {channel.send|channel.social}',
  '{not|claim.without} ..3 {channel.picture|channel.detail}',
  '(instead of|rather than|leave out|avoid|keep) ..4 ({channel.send}|details|photos|personal)',
  '(costume|costumes|pet|pets|dog|dogs|pup|puppy|pups|cat|puppy|kitten|pumpkin|pumpkins|recipe|resume|resumes|drawing|drawings|artwork|invoice|pitch|contest|raffle|giveaway|favorite|guess|flavor|song|playlist|trivia|meme|memes|emoji|quiz|vendor|vendors|booth|sponsorship)',
  '({outcome|procedure}|smile|smiles|grin|grins|selfie|selfies|braces|retainer|bump|belly) ..20 (win|wins|winner|winners|likes|votes|prize|feature|featured|hall of|share (our|the)|repost)',
  '(win|wins|winner|winners|likes|votes|prize|feature|featured) ..20 ({outcome|procedure}|smile|smiles|grin|grins|selfie|selfies|braces|retainer|bump|belly)',
  '(thank you|thanks|grateful) ..3 for (sharing|telling|sending|posting|letting)',
  '(photo wall|photo booth|selfie wall|selfie station|backdrop|tag us)',
  '(portal|secure form|secure link|encrypted|by mail|fax|in person|by phone|website form)',
]

/** In a private chat every question for such a detail asks for it there. */
const CHAT = [
  `(send|share|give|text|type|upload|attach|snap|shoot|forward|message|screenshot|show) (me|us|over|it|him|her|here|along)*1 (your|a|the|some|any|two|few|couple|quick|clear|of|front|another|full|with)*4 ..3 (${PICTURE}|{channel.detail}|close ups)`,
  `(what ({be}|'s)|whats) (your|ur|the|her|his|their|baby 's|patient 's) {soft}*1 ..2 ({channel.detail|procedure}|birthday|weight|age|temp|number|zip)`,
  `(can|could|may|would) (i|we|you) ..3 (get|have|grab|see|confirm|verify|give|tell) ..4 ({channel.detail}|birthday|pictures|photos|pic)`,
  '(tell|let) (me|us) ..3 (know)? ..4 (going on|hurts|symptoms|wrong|bothering|happened|started|put on it|took|taking|take)',
  '(what|which) (medications|meds|medicine|pharmacy|medication|pills|drugs|supplements|insurance|symptoms) ..2 (do|does|are|is|did|have|has|was) (you|he|she|they|your)',
  '(are|is|do|does|have|has) (you|he|she|they|your ..1) (currently|also|still|already|on|taking|have|having|any)*3 (allergic|allergies|pregnant|nursing|breastfeeding|diabetic|blood thinners|medications|meds|medication)',
  'what (are|is|was|were) (you|he|she|they) (currently)? (taking|using|on|allergic)',
  '(pic|photo|picture) of (the|your|it|that|his|her|my|both|where) ..4',
]

/** "Tell us your symptoms in the comments". */
const TELL = `(tell|describe to|share with|give|list|show) (us|me|our ..1)? ..2 (your|what|how|any) ..4 (symptom|symptoms|medical history|health history|history|medications|meds|diagnosis|condition|conditions|allergies|date of birth|insurance) ..6 (in the comments|below|in a comment|by dm|via dm|in dms|in our dms|in my dms|in a dm|right here|here)`

/** The ways in which a post or a public answer asks. */
const ASKED: Matcher = anyOf(
  phrases([TELL], { unless: HARMLESS }),
  phrases([`${HERE} ..12 ${DETAIL}`], { within: ['(your|you|any|what|with|how|their)'], unless: HARMLESS }),
  phrases(
    [
      `${HERE} ..8 ${PICTURE} ..6 ${BODY}`,
      `(dm|message|inbox|send|text) (us|me|it|one|over)*1 (a|some|your|any)*1 ${PICTURE} ..4 (take a look|have a look|look|tell you|assess|advise|quote|recommend)`,
      `${HERE} ..3 (selfie|close up|before pic)`,
      `${PICTURE} ..4 (of|with) ..6 ${BODY} ..8 ${HERE}`,
    ],
    {
      unless: HARMLESS,
    },
  ),
)

export default defineRule({
  id: 'channel/asks-details',
  category: 'insecure-channel',
  severity: 'stop',
  kinds: [...POSTS, ...REPLIES],
  says: 'This asks for health or personal details in a place that is not private.',
  why: 'Social platforms sign no business associate agreement, so nothing about a patient may be collected there.',
  instead: '"Please call us or use the patient portal. Please don\'t send health details here."',
  citations: [
    { article: 'social-messages-are-not-secure', source: '45 CFR 164.502(e)' },
    { article: 'social-messages-are-not-secure', source: '45 CFR 164.530(c)' },
  ],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    ASKED,
    beside(
      phrases(
        [
          `(dm|message|inbox|text|whatsapp|pm|snap) (us|me|our ..1) (a|your|some|any|clear|two|few|of|the)*3 ${PICTURE}`,
          `(send|drop|shoot|share|leave|post) ..3 ${PICTURE} ..4 (to|in|into|on|via|over|through) ..2 {channel.social}`,
        ],
        { unless: HARMLESS },
      ),
      phrases(['{condition|advice.symptom|body|product}']),
    ),
    (vocabulary) => {
      const chat = phrases(CHAT, { unless: HARMLESS })(vocabulary)
      const find = (sight: Parameters<typeof chat>[0]) =>
        sight.draft.kind === 'dm_reply' || sight.draft.kind === 'comment_reply' ? chat(sight) : []
      return chat.triggers === undefined ? find : Object.assign(find, { triggers: chat.triggers })
    },
  ),
})
