import { anyOf, defineRule, type Matcher, POSTS } from '../kit.ts'
import { type Cue, cues } from './cues.ts'
import { episode } from './episode.ts'
import { portraits } from './portrait.ts'

/** Scenes that are somebody's, though no noun stands for a person. */
const SCENES: readonly Cue[] = [
  {
    say: [
      '{condition|story.event|story.grave} {soft}*2 (just)? (rolled|came|walked|wheeled|brought|limped|flew) (in|through|up)',
      '(rolled in|came in|brought in|wheeled in|flown in|rushed in) ..1 (around|at|about|after|from|tonight|by) ..4 ({story.event|story.grave}|ambulance|{number|count} (am|a|pm|p))',
      '{number|count} (codes|saves|code|traumas|gsws|gsw|deaths|intubations|stabbings|overdoses|deliveries) ..4 (tonight|today|save|code|and|{comma}|before|shift|hours|midnight|on)',
      '(^|we|i) (lost|saved|almost lost|got) (one|a patient|someone|somebody|a kid|a baby|a little one|her|him|two|a young|a new|(my|our) favorite {soft}*2 {patient.one|person.one|relative.one|story.who.one}|(my|our) {soft}*2 {patient.one}) ..4 (today|tonight|this|last|yesterday|back)',
      '(in|during|from) (session|group|therapy|my office) {soft}*1 (today|yesterday|tonight|this (morning|week|afternoon)|last night) ..9 {past}',
      '{person.one|story.who.one|patient.one} ..3 (sat|sits|came|walked|cried|lay|broke down|opened up|sobbed) ..4 (in|into|on) my (office|chair|couch|table|room)',
      '(worked|sat|prayed) with (a|an|one|the) {soft|unknown}*4 {person.one|story.who.one|patient.one} ..9 (through|whose|who|after|about)',
      "({story.close}|this morning) 's (code|codes|trauma|delivery|save|loss)",
      '(night|shift|day) ..1 (in|at) (the|our|my) ..1 (icu|er|ed|nicu|or|trauma bay|unit|burn unit) ..9 (came|brought|rolled|touch and go|coded|lost|died|saved|crash|accident)',
      '{number|count} (am|pm|a|p) {colon|sign|comma}? {soft|det}*2 {condition|story.grave|story.care} ..4 {number|count} (am|pm|a|p) ..3 {condition|story.care|person.one|story.grave}',
      '(did not|could not|not going to|never) make it {^she|prep}? ({stop}|{comma}|{emoji}|$|and|but|home|off|out|through)',
      '(code blue|code red|rapid response|code stroke|code) (at|in|on) ..5 ({number}|{story.close}|{name}|pulse|back)',
      '(icu|er|ed|l and d|trauma|triage|shift|night shift|icu nurse|nicu) bingo',
      '^ ..6 {comma} {soft|det}*2 {body} {comma} ..2 {number|count} (am|pm|a|p)',
      "(is|are|was|'s) (going to make it|gon make it|gonna make it|not going to make it|in surgery now|in pre-op as we speak|on the table right now|still unconscious|stable here|touch and go|fighting for)",
    ],
    where: ({ passage, lists, portrait }) =>
      (passage.a & lists.a('you')) === 0 &&
      !(passage.open && !passage.told) &&
      (portrait.b & lists.b('story.study', 'story.offer')) === 0,
  },
]
/** Somebody: whoever a noun can stand for. */
const WHO =
  '({person.one}|{patient.one}|{story.who.one}|{relative.one}|{story.public.one}|{story.known.one}|couple|family|someone|somebody|pt)'
const PLACE =
  '(room|exam room|treatment room|delivery room|operatory|bed|bay|op|chair|table|triage|unit|floor|wing|lobby|waiting room|parking lot|hallway|office)'
/** What somebody said or did at work, told by whoever was there. */
const CONDUCT: Cue = {
  say: [
    `(${WHO}|she|he) ..5 {story.antic.past|story.bit} {soft}? (me|my|us|at|on|to|with|out|her|him|his|our|{staff}|the (whole|entire|nurse|nurses|hygienist|doctor|staff))`,
    `(${WHO}) ..3 who ..2 {past|story.antic.past} ..4 (me|i|my)`,
    `${WHO} {soft}? (fainted|passed out|threw up|coded|seized|collapsed|puked|vomited) ..3 (in|on|during|at|before|after|right|mid)`,
    `(to|dear|for|about) (the|that) {soft}*2 ${WHO} ..3 who {past|story.antic.past} ..9 (in|at|from|on) (our|my|the) ${PLACE}`,
    `${WHO} (in|from) ${PLACE} {number|count}? ..4 ({past}|is back|again|decides|just|was|who)`,
    `(^|i|to|and|today) {soft}? (told|tell|telling|informed) (a|an|this|another) {soft|unknown}*3 ({person.one}|{patient.one}|{relative.one}|{story.who.one}|couple|family) ..1 (it|that|she|he|they|about|there|her|his|their|no|we)`,
    '(guess|look) who ..2 (showed up|shows up|rolled in|walked in|came in|no showed|cancelled|canceled) ..6 (late|drunk|high|wanting|demanding)',
    '(spit on|spat on|kicked|bit|bitten|punched|slapped|yelled at|cussed out|screamed at|puked on|peed on|hit on|coughed on|thrown up on|sneezed on) ..6 by (a|an|my|the|some|one) {soft|number|count}*3',
    '({count}|first|second|third|fourth|fifth|another) (stabbing|shooting|overdose|gunshot|code|suicide|stillbirth|od|gsw|dui|trauma) {soft}? ({story.close}|this|in a row|of the)',
    `^ {soft}? ${WHO} (swears|claims|insists|says|asks|wants|tries|demands|thinks|refuses) ..1 (he|she|it|they|i|to|me|his|her|that)`,
    `^ {soft}? (took care of|cared for|sat with|held|prayed with|cried with|coded|triaged) (a|an|one|someone|somebody) {soft|unknown}*2 ${WHO}`,
    `(came in|came to us|rushed in|brought in|walked in|showed up|shows up|comes in) ((after|because) ..2 ({ing}|drunk|high|he|she|his|her|to)|(with|drunk|high) ..2 (drunk|high|he|she|his|her|to|swallowing|bleeding|screaming|limping))`,
  ],
  where: ({ passage, lists, portrait }) =>
    (portrait.a & lists.a('outcome')) === 0 &&
    (portrait.b & lists.b('story.study', 'story.offer')) === 0 &&
    !(passage.open && (!passage.told || (passage.a & lists.a('you')) !== 0)),
}
/** Told as if of anybody. */
const MOON: Cue = {
  say: [
    '(what|things|stuff) i {soft}? (saw|heard|seen|smelled) ..3 (room|bed|unit|op|shift|today|tonight|chair)',
    `(you know|know|must be|guessing|proof) ..6 (when|because) (a|an|some|my|your) {soft}*2 ${WHO} ({story.came}|tries|asks|tells|asked)`,
  ],
}
/** Whom one knows from elsewhere, and what came of it at work. */
const ACQUAINTED: Cue = {
  say: [
    '(my|whose|his|her|your) ..2 {story.known.one|story.public.one} ..6 ((in|on|into) (my|our|the) (chair|table|office|exam room|waiting room|schedule|unit|room|lobby)|checked in|on my schedule|just walked in|came in for|booked)',
    '(guess|guess who|you will never guess) (who|whose) {story.known.one}? ..4 (checked in for|on my schedule|in my chair|on my table|came in for)',
    '{story.known.one} ..6 (in|on|into) (my|the|our) (chair|table|schedule|office|unit|exam room)',
  ],
}
/** Said to one another, not to followers: what hands did, what a chart says, whom one saw. */
const SHIFT: Cue = {
  say: [
    '^ (just|finally)? (got out of|got done with|finished|wrapped up|wrapped|scrubbed out of|coming off|came out of|out of) (a|an|my|our) ..5 (c-section|section|code|trauma|transplant|delivery|craniotomy|amputation|{story.grave}) ..9 (on|for|with|and)',
    '(my|our)? (first|second|third|last|biggest|toughest|hardest|craziest) {soft|unknown}*2 (delivery|c-section|catch|code|trauma|save|death|loss|overdose|amputation|stillbirth|cardiac arrest) ..2 (today|tonight|this morning|of the (day|night|shift|year)|yesterday|as a)',
    '(patient|pt|client|mom|parent) {soft}? (states|stated|reports|reported|denies|denied|endorses|insists) (she|he|they|it|that|her|his|no|to|being|having)',
    '(on|in) (a|the|my|her|his|this|one) {soft}*1 (chart|intake form|intake|triage note|history form|chart note) ..3 (said|says|reads|{colon}|{quote})',
    '(saw|had|seeing|got|admitted) (her|him|that one) {soft}? again ..1 (today|tonight|this (week|morning))',
    "(film|xray|x-ray|scan|pano|mri|ct|case|fracture|wound|bite|biopsy) (from|of) (today 's|yesterday 's|tonight 's|({story.close}|this morning) 's)",
    '(she|he) ..4 in (my|our) (chair|table|bed|room|office|unit) (right now|as we speak|now|rn|at the moment|as i type)',
    '(had|have|got) (a|an|one|two|three|the) {soft}*1 (screamer|biter|crier|puker|fainter|runner|kicker|thrower|no show|code|jumper|drunk|druggie|seeker|regular)',
    '(smell|screams|screaming) ..3 from ..3 (room|exam room|treatment room|bed|bay|op|chair|triage) {number|count}?',
    `(today 's|yesterday 's|tonight 's|last night 's|this morning 's) {soft|number|count}*2 (patient|client|pt|no show|{number|count} (am|pm)) !(spotlight|of|feature|testimonial|results|story|care|education|safety|tip)`,
    '(saw|had|numbed|treated|cleaned|waxed|injected|seeing|adjusted|got) (my|his|her|our) ..3 {story.known.one}',
    '(mine|ours|one of mine) (did|does|was|is|just) ..3 {story.close}',
    '(mr|mrs|ms|miss)? {name} (in|from) (room|bed|bay|rm|pod|hall)? {number|count} (has|is|was|keeps|kept|just|wants|asked|told|needs|will|still)',
    '(when|pov|pov {colon}) ..2 (your|ur|my|the) {number|time|count} {soft}? (am|pm|a|p)? {soft}*1 (shows up|shows|brings|brought|walks|walked|comes|came|arrives|asks|asked|tries|tried|tells|told|is|was|has|had|falls|fell|throws|threw|cries|cried)',
    '(ur|your|my) (8am|9am|10am|11am|1pm|2pm|3pm|4pm|5pm|7am|noon|{time}) {soft}*1 (shows up|brings|walks|comes|arrives|asks|tries|tells|is|was|has|cried|brought|came)',
    '(room|bed|bay|rm) {number|count} ..6 {soft}*1 (screaming|crying|yelling|moaning|vomiting|coding|throwing|pulling|proposed|escaped|fell)',
    '(patient|pt|guy|lady|man|woman|grandpa|grandma|one) in {number} ..2 (calls|called|asks|asked|is|was|codes|coded|tried|tries|keeps|kept|wants|said|says|who|needs|screams)',
    '^ {soft}? (pt|patient) {soft}*1 (asked|asks|said|says|told|tells|wants|wanted|tried|thinks|thought|informed|insists|insisted)',
    '(one of mine|mine|ours) {soft}*1 (thinks|thought|said|says|told|asked|believes|wants|still|swears|tried)',
    '(last|first|next|other) one was (a|an|my|our) ..2 ({story.grave}|{story.event}|{condition}|gunshot|stabbing)',
    'on my (caseload|census|panel|assignment|roster) {soft}*1 (today|this|tonight|now|right)?',
    '^ {soft}*1 (diagnosed|caught) {soft|det}*2 ({condition}|{unknown}) ..1 {when|story.close}',
    '(mother|father|mom|dad|parent|husband|boyfriend|karen) of the year',
    '(ran|run|running|worked) (a|the|our) {soft}*1 (call|code|scene) (to|at|on|for|in) ',
    '^ ..3 (pronounced|coded|bagged|tubed|narcanned) (a|an|him|her|the|two|one) ',
    '(me|us) {soft}*1 (explaining|telling|trying|watching|pretending|holding|listening|apologizing) ..9 ({person.one}|{patient.one}|{story.who.one}|{relative.one}|pt|man)',
    '^ not (my|a|the|our) {soft}*1 ({patient.one}|pt|client|{person.one}|{relative.one}) ..1 {ing}',
    'pov {colon|comma}*1 (she|he|my|the|a|your|ur|your) ..6 (asks|shows|says|tells|comes|wants|brings|hands|asked|told)',
    '(just|i just|today i|so i) (pulled|removed|dug|fished|plucked|delivered|caught) (a|an|the|two|three|{number}) ..6 (out of|from|in the back of|up) ..6 (nose|ear|butt|throat|foot|eye|medic|parking lot|bathroom|car|bridge)',
    '(call|called|calling) (cps|child protective|adult protective|aps)',
    '(lost|lose|losing) (a|an|another|our|my) {soft}*1 ({person.one}|{patient.one}|{story.who.one}|one|man) {^stop}? (on the table|this week|from us|today|tonight|last night|this morning)',
    '(took|takes) another one from us|(did not|could not|never) get (him|her|them) back',
    '(so|today|yesterday|tonight|and|plot twist) {comma|colon}? (my|a|this|one of my) {soft}*1 {patient.one} {soft}*2 (found|told|asked|asks|says|said|tells|finds|showed|tried|brought|came|walked|screamed|fainted)',
    'when i tell you (this|that|a|my) ..2 ({person.one}|{patient.one}|{story.who.one})',
    '^ today (a|an|this|my) {soft}*1 ({person.one}|{patient.one}) (came|comes|asked|asks|told|walked|said)',
    'nobody (warns|tells|warned|told) you ..8 (patient|patients|someone|man|woman|grown)',
    '(took|takes|taking) {count|number} of us to',
    '(favorite|same|another|our|my) {soft}*1 frequent (flyer|flier|flyers)',
    '(session|chart|triage|intake|progress) note of the (day|week|shift)',
    '(first on scene|on scene at|back of (medic|the ambulance|the rig|an ambulance))',
    '^ ({soft}|ok|so|real talk {colon})*2 (told|saw|asked|warned|watched) (a|my|this|that) {patient.one} ',
    '(bed|room|bay) {number} {soft}*1 (is|was) {ing}',
    "that 's my (evening|night|day|shift|morning|tuesday|friday|saturday|sunday)$",
    '(same|one) (daycare|school|church|camp|team|frat|wedding|gym|restaurant) ..6 (this week|today|this month)|(this week|today|this month) ..9 the same (daycare|school|church|camp|team|frat|wedding|gym|restaurant)',
    '(hold|holding|restrain|pin) ..2 (one|a|this|that) {soft}*1 (kid|child|toddler|boy|girl|patient) ..3 for',
  ],
  where: ({ passage, lists, portrait }) =>
    !(passage.open && !passage.told) &&
    !passage.asked &&
    (passage.a & lists.a('you')) === 0 &&
    (portrait.b & lists.b('story.study', 'story.offer', 'story.cheer')) === 0,
}
const LOST: Cue = {
  say: [
    '(lost|losing|lose) (one of our|one of my|a|our|another|an) {soft|number|count}*3 ({patient.one}|{patient.many}|little one|baby) ..2 (to|today|tonight|this|last|after|yesterday|over)',
  ],
}
const WALKS: Cue = {
  say: ['(walks|comes|limps|rolls|strolls|hobbles|stumbles|wanders) (in|into|up) ..4 {story.close}'],
  where: ({ portrait, passage }) => !passage.open && portrait.figures.length > 0,
}
const BIRTH: Cue = {
  say: [
    'i {soft}*2 (delivered|caught|birthed) (a|my|the|our|his|her|{count})? ..4 (baby|babies|twins|triplets|boy|girl|newborn|grandbaby)',
    '^ {soft}*2 (delivered|caught|birthed) (a|my|the|our|his|her|{count}) ..4 (baby|babies|twins|triplets|boy|girl|newborn|grandbaby)',
  ],
  where: ({ passage, lists }) => (passage.a & lists.a('story.close')) !== 0,
}
/** Prayers and farewells for somebody who lies here, also by name. */
const GRIEF: Cue = {
  say: [
    '(prayers|prayer|praying|pray|thoughts|get well|speedy recovery|rest in peace|rip|rest easy|condolences) ..3 (for|to|with|soon to) ..9 ',
    '(heartbroken|saddened|devastated|sad|so sorry|heavy hearts) ..3 (to share|to announce|to hear|to learn|that|by|over) ',
    '(rip|rest in peace|rest easy|farewell|goodbye|in loving memory of|in memory of|remembering) {comma|sign}*1 ..2 {name}',
    '(passed away|passed on|lost (his|her|their) {soft}*1 (battle|fight)|took (his|her|their) last breath|went to heaven|gained (his|her|their) wings|earned (his|her|their) wings)',
  ],
  where: ({ portrait, lists }) =>
    portrait.figures.some(({ staff, hold }) => !staff && hold === 'hold') &&
    (portrait.tie !== undefined ||
      portrait.care.all.some(({ strong }) => strong) ||
      (portrait.a & lists.a('patient.one')) !== 0),
}
const FAREWELL: Cue = {
  say: [
    '(said|say|saying) goodbye to (a|an|our|one of our|the|this|my) {soft}*2 ({patient.one|person.one|story.who.one}|patients|clients|kids|residents|little ones) (who|that|tonight|today|yesterday|this|last|{stop}|on|after|{when}|{weekday})',
    'get well {soft}*1 (soon|wishes) {comma|sign}*1 (to|for)? {det}? {soft}*1 ({story.public.one}|{name})',
  ],
}
const OVERHEARD: Cue = {
  say: [
    '(conversation|overheard|heard|said|quote) ..4 (in|from) (my|our|the) (treatment room|chair|exam room|waiting room|session|table|wax room|operating room|delivery room)',
  ],
}
const UNLESS = ['{animal}', '(if|when) (you|your|a|someone) ..6 (call 911|see a doctor|talk to)']

/** Where no care is named, what gives the person away are the details. */
function filed(matcher: Matcher): Matcher {
  return (vocabulary) => {
    const looks = portraits(vocabulary)
    const find = matcher(vocabulary)
    return (sight) => {
      const hits = find(sight)
      if (
        hits.length === 0 ||
        looks()
          .of(sight.reading)
          .care.all.some(({ strong }) => strong)
      )
        return hits
      return hits.map((hit) => ({ ...hit, category: 'mosaic' as const }))
    }
  }
}

export default defineRule({
  id: 'story/anecdote',
  category: 'treatment-detail',
  severity: 'stop',
  kinds: POSTS,
  says: 'This is a story from work about somebody who was cared for.',
  why: 'Even without a name, the day, the shift and what happened tell friends, family and coworkers who it was. Staff have lost jobs and licenses over such posts.',
  instead:
    'Do not post it, on any account. Tell what you love about the job without telling about a person: "Long week, great team."',
  citations: [{ article: 'no-stories-from-work', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: filed(
    anyOf(
      episode,
      cues([...SCENES, CONDUCT, MOON, ACQUAINTED, SHIFT, LOST, WALKS, BIRTH, GRIEF, FAREWELL, OVERHEARD], {
        unless: UNLESS,
      }),
    ),
  ),
})
