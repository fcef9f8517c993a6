import { askedWith, beside } from '../beside.ts'
import { anyOf, defineRule, type Matcher, POSTS, phrases } from '../kit.ts'
import { COMMAND, THING } from './phrasing.ts'

const WHO =
  '({name|handle|unknown|relative.one|person.one|patient.one}|follower|subscriber|viewer|someone|somebody)'
const ASKED =
  "(asked|asks|asking|messaged|dmed|dm'd|wrote|writes|commented|texted|emailed|sent|slid|wondered|wanted to know|wants to know)"

/** Somebody in particular is being answered. */
const NAMED = [
  '(answering|answer for|answer to|replying to|reply to|reply for|responding to|question from|q from|dm from) {soft}*1 {name|handle}',
  '(answering|replying to|responding to) {soft}*1 {unknown}',
  `^ ({soft|emoji|comma}|hey|hi|yo|ok|dear)*3 ({name|handle}) ..2 (about|re|regarding|on|as for|for) (your|that|the) ..2 (question|dm|message|comment|post|q)`,
  `{name|handle|unknown} 's {soft}*1 (question|dm|message|comment|q)`,
  `({name|handle}) ..4 ${ASKED}`,
  '^ ({soft|emoji|comma}|hey|hi|yo|ok)*3 {handle} {comma|colon|emoji}*2 (for (that|your|the)|your ..1 {product|condition|body|advice.remedy|advice.symptom}|yes|yep|yeah|no|nope|you|stop|start|try|take|use|skip|put|sounds|looks|that|it)',
  '(for|to) {name|handle} (who|in|with|asking)',
  `(for|to) (the|that|our|my) {soft}*2 ({relative.one|person.one|patient.one}|follower) (who|that|with|asking) ..8`,
  `(a|one of (our|my)|our|my|this) {soft}*1 ({patient|person.one}|follower|followers) ${ASKED} ..5 (her|his|their)`,
  `(this|our|a|one of our|my) (follower|client|patient|subscriber|viewer) 's ..3 {condition|advice.symptom|body}`,
  '{quote} ..2 (can|should|do|is|my|i|am) ..12 {quote} ..1 (yes|no|nope|yep|yeah|girl|babe|hun|hon)',
  `(from|by) (a|one of our|our|my|this) (follower|client|patient|subscriber) with`,
  `${WHO} (sent|shared) ..4 (pic|photo|picture|video)`,
  `followers ..1 (sent|shared)`,
  // "Q: my gums bleed … A: …": the question of one who tells their own body.
  `^ q {colon|quote}*2 ..2 (my|i|been|had|started|got|is my)`,
  `(reader|follower|listener|viewer|client|patient|dm|subscriber) (question|q) {colon|quote|sign}*3 ..4 (i|my|me|i am)`,
]

const MED = '{product|measure|advice.remedy}'
/** And what they are told. */
const TOLD = [
  `${COMMAND} {advice.do} ..6 ${THING}`,
  `your ..2 ${MED} {be} ({soft|claim.fully}|perfectly)*1 (fine|ok|okay|safe|good) ..4`,
  `{advice.medicate} (taking|using|to|up|with|back|the|your|that|those|it|half|two|one|tonight 's|this week 's)*3 ..1 ${MED}`,
  '(half|double|twice) (a|the|your|her|his) ..1 (dose|pill|tablet|amount)',
  '(get|put|leave) it (in|on|under|out of) ..3',
  `(drop back|double up|cut back|go back|go up) (to|on) ..2`,
  `({number|count}|half) ..1 {measure} ({measure}|of|every|twice|daily|a day|and)`,
  `(that|it|this|yours) {be} ({soft|claim.fully}|just|pretty|only)*3 (a|an|the)? ..1 ({advice.calm|condition}|reaction|hematoma)`,
  `({soft|claim.fully}) {advice.calm}`,
  `sounds like ..3 {condition|unknown|body}`,
  `(no|not|do not) need to (come in|be seen|see|worry)`,
  `(nothing to worry|you (will|are|would)? be? (fine|ok|okay))`,
  `keep (him|her|them|the baby|your) ..2 (home|off|away|inside)`,
  `(leave|let) (it|them|that) (alone|be)`,
  `(wait it out|sleep it off|powder it|ice it)`,
  `you can {soft}*1 (give|take|use|eat|drink|mix|combine|apply|put|have|do|skip|stop|start|keep|go|fly|swim|wear|sleep) ..6`,
  '(space|spread) (them|it|those|the doses) ..3 (hours|hour|days|apart|out)',
  '(needs|need|has|have|ought) to (come (off|out)|be (removed|seen|drained|looked at|checked|cut out|stitched)|go)',
  `you ({be}|'re) (just|totally)*1 (good|fine|ok|okay|golden)`,
]

/** What is said to the one who asked stands behind the asking. */
function afterwards(asked: Matcher, told: Matcher): Matcher {
  return (vocabulary) => {
    const who = asked(vocabulary)
    const what = told(vocabulary)
    return askedWith(who, (sight) => {
      const first = who(sight)[0]
      return first === undefined ? [] : what(sight).filter((hit) => hit.end > first.start)
    })
  }
}

export default defineRule({
  id: 'advice/answered-in-public',
  category: 'medical-advice',
  severity: 'stop',
  kinds: POSTS,
  says: "This answers one person's question about their health in a post.",
  why: 'Everybody reads what is wrong with that person, and advice without an exam can hurt the next one who follows it.',
  instead:
    'Teach everybody in general terms, name nobody, and send questions about one person to a call or a visit.',
  citations: [{ article: 'no-medical-advice-online', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    afterwards(
      phrases(NAMED),
      phrases(TOLD, {
        unless: [
          '(ask your|call your|talk to your|see your) ',
          '(thank you|thanks|we see you|hats off|bless you)',
        ],
      }),
    ),
    // A nurse who will judge what comes by message.
    beside(
      phrases([
        '(dr|doctor|nurse|we|she|he|injector|team|staff|i|{staff|name}) (will|can|could) (tell|let) you (know)? ..2 (if|what|whether) (it|that|you|they) ..4',
        '({staffword|staff|name}|we) (will|can) (text|message|dm|send|give|write) you (a|your|the)? ..2 (plan|diagnosis|treatment plan|prescription|regimen|answer)',
        '({staffword|staff|name}|we) (will|can) (answer|diagnose|assess|review|check|evaluate) (each|every|your|it|all|you|them) ..3',
      ]),
      phrases([
        '{channel.picture|condition|advice.symptom} ..6 (below|here|dm|dms|inbox|comments)',
        '(dm|message|inbox|comment|comments|reply|drop|send|below|text|page) ..10 {condition|advice.symptom|body|product|channel.picture}',
      ]),
    ),
  ),
})
