import { anyOf, defineRule, POSTS } from '../kit.ts'
import { type Cue, cues, isQuiet } from '../story/cues.ts'
import { CARE, LEARNT, MARK } from './around.ts'
import { seen, told } from './seen.ts'
import { cast, crowded, instructs, ofHouse, theirs, unposed } from './showing.ts'

const WHOSE =
  "(her|his|their|{patient.one} 's|patient 's|{relative.one} 's|{story.who.one} 's|{name} 's|this {patient.one} 's)"
const ONE =
  '({patient.one}|{name}|patients|clients|{relative.one}|{person.one}|{story.who.one}|{story.group}|fave|faves|cutie|cuties|regulars|babe|babes|queen)'
const PLACE =
  '(chair|chairs|dental chair|treatment chair|massage chair|waiting room|lobby|exam room|recovery room|spa bed|treatment room|clinic|office|spa|practice|gym|{story.place})'

const CUES: readonly Cue[] = [
  {
    say: [
      `${WHOSE} {soft}*2 (face|reaction|smile|selfie|expression|dance|laugh|giggle|happy dance|first words|first look|first steps) (when|as|says|said|is|was|after|${MARK}|seeing|hearing|at|right)`,
      '(post|after) {soft}? {procedure} {soft}*1 (selfie|goggles|photo|pic|face|glow|nap|lips|smile|karaoke|dance|thoughts|rant|confession|confessions|monologue|concert|giggles|ramblings|interview|serenade|mood)',
      '(caught|captured|spotted|snapped|filmed|busted|photographed|snuck) (this|him|her|these|our|a {soft}? {story.pic} of) ',
      '(pics|photos|pictures|video|xray|x-rays|radiographs|slides) (below|above|attached|inside|in the (comments|carousel|slides))',
      '(snapped|caught|filmed|captured|recorded|shot) this (in|at|from|during|on|right|while)',
      '(with|from|of) (these|this|our|those) {soft}*1 (cuties|cutie|kiddos|sweethearts|babes|littles|sweeties|nuggets|munchkins|kids|little ones)',
      '(full|whole|entire) (vid|video|clip|reel) (on|in|at|is|up)',
      'live {procedure|product} (session|treatment|demo|appointment)?',
      '(baby|patient|graduation|cavity free|cavity-free|new smile|retainer) (wall|board|gallery)',
      '(in|of) (this|these|our first) (photo|picture|pic|video|selfie|clip) ',
      '(caught on camera|sound on|volume up|wait for it|(turn|watch) ..2 (sound|volume|end))',
      '(chair|waiting room|exam room|goggle|goggles|numb|drool|drooling|gauze|bib|recovery room|spa bed) (selfie|selfies|pic|nap|dance|face|check|karaoke|concert|vibes with|buddy|buddies)',
      `(new|numb|fresh|frozen|swollen|healed|settled) {soft}? (${CARE}|teeth|boobs|hair|face) {comma}? (who dis|who this|unlocked|check|check in|check-in|challenge|selfie|reveal|update|szn)`,
      '(braces|brackets|cast|hardware|stitches|bandages|brace|attachments|retainer) (off|on|out) {stop|sign|emoji|hinge}? (day|check|dance|club|selfie|today|for|of|with|{name}|she|he|big|$)',
      '(first tooth|lip|glasses|first filling|first cleaning|first facial|first adjustment|big kid) (day|check|dance|club|selfie) ..3 (for|of|with|{name}|she|he)',
      '(first|brand new|new) {soft}*1 (pair of)? (glasses|hearing aids|contacts|braces) {stop|emoji|sign}',
      `(spotted|caught|captured|seen) in (the|our) {soft}*1 ${PLACE} `,
      `{story.pic} ..5 (of|with|from) ({soft}*1 (one of our|one of my|{det}|our|my|her|his|another) {soft}*2 ${ONE}|{name}|patients|clients|{story.group})`,
      '{story.pic} (from|of) (today|this morning|tonight|yesterday|last night) (from|of)? ..3 ({person.one}|{story.who.one}|{relative.one}) ',
      '(name|guess|spot|diagnose) (that|this|the) {soft}? {condition}',
    ],
    where: theirs,
  },
  {
    say: [
      `(look|guess|see) (who|who 's) ..9 (${CARE})`,
      "{relative.one} 's (first|1st|very first) ..2 (dental visit|dentist visit|visit|appointment|trip|exam|cleaning|check|checkup|checkup|check-up|shots|haircut)",
      '(meet|welcome|introducing|say (hi|hello) to) ..5 {name}',
      '(happy|last|final) {soft}? (tray|aligner|braces|debond|brace-off|brace off|braces off|chemo|session) day',
      'how (cute|adorable|sweet|precious|handsome|gorgeous|brave|pretty|great|good|amazing) (is|are|does|do) (he|she|they|this)',
      '(handed|gave|showed|shows|hand) (her|him|them) (the|a) mirror',
      '(she|he|{name}|{patient.one}) (can|could|will|cannot)? (not|never)? (stop|stopped) (smiling|crying|staring|grinning)',
      '(look at|check out|proud of|love|loving|obsessed with|post|share) (this|that|these|those|her|his) {soft|positive}*3 (smile|smiles|face|faces|grin|pout|dimples|{story.who.one}|{patient.one})',
      '(smile|smiles|grins) (from|on) ..3 ({relative}|{name}|{patient.one})',
      "(she|he|they|{name}) (is|are|was|'s)? {soft}? all smiles",
      'too (cute|precious|funny|good|adorable) not to (post|share)',
      '(letting|let|allowing|allowed) us ..2 (take|film|share|show|post|snap|record|photograph|document|feature|capture)',
      '(sneak peek|peek|live|video|clip|footage|behind the scenes) ..4 (of|on|with|from) ..3 (patient|client|procedure|treatment|surgery|injection|extraction) ..4 (now|today|live|happening|room)',
    ],
    where: (asked) =>
      isQuiet(asked) &&
      !(asked.passage.a & asked.lists.a('staffword')) &&
      !(instructs(asked) && !cast(asked).somebody) &&
      !ofHouse(asked) &&
      !asked.mentions(LEARNT),
  },
  {
    say: ['(patient|client|member|kid|guest|athlete) of the (week|month|year|day|quarter)'],
    where: ({ passage }) => !passage.asked,
  },
]

/** Not what the picture was taken for, and in it all the same; or a camera that nobody posed for. */
const PAPER =
  '(chart|charts|schedule|schedules|whiteboard|white board|patient board|wristband|label|labels|license|insurance card|sign-in sheet|sign in sheet|intake form|x-ray|xray|pano|name|names|dob|monitor|screen|paperwork|file|files|census)'
const BEHIND: readonly Cue[] = [
  {
    say: [
      `(ignore|disregard|never mind|pay no attention to|do not mind|oops|yes|yep|whoops|spot|notice|see) ..5 ({name}|{record}|${PAPER}) ..9 (on|in|behind|reads|visible|showing|says)`,
      `({record}|{name}|${PAPER}) ..4 (in the (background|corner|shot|frame|back)|behind (us|me|her|him|them)|visible|reads|on the (counter|desk|screen|monitor|whiteboard|board))`,
      "(name|names|birthday|birthdate|dob|address|plate) {soft}*1 (is|are|'s)? {soft}*1 (showing|visible|readable|on the (film|screen|x-ray|xray|label|board|chart))",
      '(geotagged|location on|pin dropped) ..6 (house|home|patient|lives|street)',
      '(bed|room|bay|rm|chair) {number|count} ({name|unknown}) ..2 (bed|room|bay|rm|chair) {number|count} ({name|unknown})',
      '(lobby|security|surveillance|waiting room|parking lot|doorbell|front desk|hallway|cctv) (camera|cam|footage|video|tape|cameras) ..9 ({patient.one}|{person.one}|{story.who.one}|she|he|her|him|they)',
      `(spotted|seen|caught|checked in|hanging out|relaxing|chilling) ..2 (in|at|inside) (our|the) {soft}*1 ${PLACE} ..6 {handle}`,
      '(look|guess) who ..2 (checked in|is here|came|stopped by|walked in|showed up|popped in|is in|is back|visited) ..9 {handle}',
      `{handle} ..4 (in|at|inside) (our|the) {soft}*1 ${PLACE}`,
    ],
    severity: 'stop',
    where: unposed,
  },
  {
    say: [
      '(full|packed|crowded|busy|waiting) {soft}? (waiting room|lobby) ',
      '(waiting room|lobby) (is|was|{soft})*2 (full|packed|crowded|overflowing|bursting)',
      '(sign-in sheet|sign in sheet|patient list|patient board|our schedule|the schedule|my schedule|appointment book) ',
    ],
    severity: 'stop',
    where: crowded,
  },
]
const NOBODY = [
  '(no patients|not a patient|model|models|stock|mannequin|empty) ',
  '(our team|staff|team) ..2 (photo|selfie|video|dance|picture)',
]

export default defineRule({
  id: 'consent/photo',
  category: 'photo',
  severity: ({ account }) => (account === 'personal' ? 'stop' : 'needs_authorization'),
  kinds: POSTS,
  says: 'This goes with a picture or a video of a patient.',
  why: 'A face, a voice or just being seen at the practice tells everybody that this person is a patient.',
  instead:
    'Use a picture without patients, or get the signed form for this one: it must say which picture, who may post it, where and to whom, what for and until when, that it can be taken back, and be signed and dated.',
  citations: [{ article: 'photos-need-authorization', source: '45 CFR 164.514(b)(2)(i)(Q)' }],
  since: '0.1.0',
  match: anyOf(told, seen, cues([...CUES, ...BEHIND], { unless: NOBODY })),
})
