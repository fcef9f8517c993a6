import type { Shape } from './shapes.ts'

/** Whoever it is about: nobody, or everybody. */
const ALL = '{^you|youown|past|she|relative}'

/** What a practice may say of itself, of offices in general, and to whoever writes. */
export const PUBLIC_FACTS: readonly Shape[] = [
  {
    id: 'offices',
    about: 'How offices, insurers and busy days are, everywhere.',
    frames: [
      `(most|many|some|all|few) (offices|practices|clinics|insurers|plans|carriers|labs|providers|doctors|dentists|companies|brands|schools) ${ALL}*10`,
      `(emergencies|urgent cases|sick visits|walk-ins|delays|snow days) {soft|do}*2 (can|may|will|sometimes|often|always|unfortunately)*2 (happen|come up|come in|arise|push|throw|delay|slow|back|pop up) ${ALL}*10`,
      `(new|existing|returning|first time|first-time|all|current) {soft}*1 (clients|patients|guests|members|customers|families|students|teachers) (get|save|receive|enjoy|can|may|pay|are|need) ${ALL}*8`,
      '(not|no longer) {soft}*1 (contracted|in network|participating|credentialed|partnered) with {^you}*5',
      '(no|without) hidden (fees|costs|charges|agenda)',
      '(the|our)? {soft}*1 (heart|heart and soul|backbone|soul|face|hands|eyes and ears) (of|behind) (this|our|the|every|it) {^you|past}*2 (clinic|practice|office|team|place|spa|studio|operation|all)?',
      '(open|opens|close|closes|closed|start|starts|starting|moving|extending) {^you|past|procedure|body|visit}*6 (until|till|to|at|from|on) {number|time|weekday|month}',
    ],
    examples: ['Most insurers ask for a referral.', 'New clients get 10% off this month.'],
  },
  {
    id: 'whoever',
    about: 'Said to whoever writes, known or not.',
    frames: [
      '(whoever|whichever|wherever) you {soft}*1 (are|spoke about|mean|meant|had in mind|wrote about|name|named|mention|mentioned)',
      '(hope|hoping|wish|ask|encourage) (that)? you (will|would)? {soft}*1 (reach out|call|contact us|get in touch|give us {^past}*4|write|write to us|email|let us)',
      '(she|he|they|{staff|staffword}) (would|will) {soft}*1 (welcome|love|appreciate|be {soft|glad}*2|enjoy|like) (to (hear|talk|chat|listen|help))? ..1 (call|hear|talk|chat|note|email|message|conversation|listen|help)',
      '(anything|questions|question|messages|concerns|something|matters) (about|regarding|on|related to|concerning) (your|their|a|any)? {soft}*1 (health|care|account|record|records|appointment|appointments|medication|medications|meds|treatment|visit|visits|bill|bills|billing|prescription|insurance)',
      'should (you|anyone|anybody|there) {soft}*1 (wish|want|like|need|have|prefer|care|be) {^past|procedure|body|condition|visit|relative}*8',
      '(telephone|phone|ring|dial|call) {soft}*1 ({number}|{own}|the {soft}*1 (office|practice|clinic|number))',
      '(regret|sorry for|sorry about|understand|hear) your {soft}*1 (discontent|displeasure|dissatisfaction|disappointment|frustration|unhappiness|annoyance)',
      '(bold|good|kind|big|nice|great|funny|clever|creative|honest|generous) of (you|u) to (write|say|share|post|take|leave|tell|put|speak) {^past|procedure|body|condition|visit}*6',
      "your (child|kid|baby|children|teen|own) 's? {soft}*1 (own)? (doctor|dentist|pediatrician|provider|school|teacher|eye doctor) {^past|you}*4",
      '(obsessed with|in love with|living for|here for|smiling at|blushing at|laughing at) (this|these|that|your) {soft}*1 ({feedback}|energy|words)',
      '(thank you|thanks|ty|thx) {soft}*1 (babe|hun|hon|love|girl|queen|bestie|gorgeous|doll|friend|boss)',
      'for your own {soft}*1 (sake|safety|good|privacy|protection|peace of mind)',
      '(we|i) (hear|see|feel|read) you (on|about) (the|our)? {ops}',
      'your service (to|in|for) (our|the|this) (country|nation|community|military|city|town)',
      '(you are|you have been|you) {soft}*2 (making|getting|leaving|keeping|sending) (us|me|everyone|the team|our team|the whole team) {soft}*1 (blush|blushing|smile|smiling|cry|laugh|emotional|teary)',
      'you {soft}*1 (put|said|nailed|captured|summed|phrased) (it|that|this|us) {soft|positive}*2 (up)?',
      '{feedback} ..3 (in|like|and|of|behind) yours',
      'yours {soft}*1 (is|are|was|will be|made|makes|will|goes|went) {^past|procedure|body|condition|visit}*3 (us|our|the|on|read|shared|framed|printed|agenda|favorite|best|shining)*2',
      'hope your {soft}*1 (thanksgiving|christmas|holiday|holidays|weekend|week|day|summer|easter|new year|halloween|season|monday|friday|evening) {^past|body|procedure|condition|visit}*8',
      '(had) {soft|det}*3 (time|blast|fun|ball|day) (at|during) (the|our|this) {soft}*1 {event}',
      '{ops|feedback|unknown} (noted|duly noted) !(in|on|by)',
      '(ask|asked|asking|reminded) (the|our) (cleaning|billing|front office|maintenance|janitorial|kitchen) {staffword|soft}*1 (crew|team|staff|company|service|department)? to {^you|past}*9',
    ],
    examples: ['Whoever you are, our director will listen.', 'Hope your weekend is full of sun.'],
  },
]
