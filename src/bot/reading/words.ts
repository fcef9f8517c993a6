/**
 * Every word that the router decides by, in one place. Lists are alternatives; inside an entry `(a|b)` and
 * `x?` mean what they mean in a regular expression, and a blank is any white space. Matching is by whole words,
 * in lower case, with straight quotes.
 */

/** What can stand behind a slash, or before a colon: skill, intent with words behind it, intent without. */
export const COMMANDS: Readonly<Record<string, readonly [skill: string, words: string, bare: string]>> = {
  check: ['check', 'draft', 'open'],
  ask: ['ask', 'question', 'open'],
  help: ['check', 'help', 'help'],
  photo: ['photo', 'open', 'open'],
  rewrite: ['rewrite', 'draft', 'open'],
  report: ['incident', 'start', 'start'],
  incident: ['incident', 'start', 'start'],
  authorization: ['authorization', 'find', 'list'],
  digest: ['digest', 'show', 'show'],
  home: ['check', 'home', 'home'],
  approve: ['approve', 'draft', 'list'],
  approval: ['approve', 'draft', 'list'],
  asked: ['ask', 'asked', 'asked'],
}
/** The command that every surface has: what follows is read like a message. */
export const OWN_COMMAND = 'chaperone'
/** "check: …" works like "/check …". */
export const BEFORE_COLON = ['check', 'ask', 'rewrite']

/** The whole message, when it is one of these and nothing else. */
export const WHOLE = {
  greeting: [
    '(hi|hello|hey|hiya|howdy|yo|greetings|good (morning|afternoon|evening|day))( (there|all|team|everyone|again|chaperone|bot|friend))?( how are you( doing)?( today)?)?',
    'how are you( doing)?( today)?',
    '(bye|goodbye|good night|good bye|see you)( (later|tomorrow|chaperone))?',
  ],
  thanks: [
    '((ok|okay|great|perfect|awesome|cool|got it|lovely|wonderful|super|nice|amazing|excellent|yay|oh) ){0,3}(thanks|thank you|thank u|thx|ty|tysm|cheers|many thanks|much appreciated|appreciate it)( (so much|very much|a lot|a bunch|a ton|again|chaperone|bot|for (your|the|all the) help|for that|for checking|that (helps|helped)|very helpful|got it))*',
    '(perfect|awesome|great|got it|good to know|will do|noted|that helps|sounds good)',
  ],
  help: [
    'help( me)?( (please|pls))?',
    'what (can|do) you do',
    'who are you',
    'what (is|are) (this|you)',
    'how (does|do) (this|it|you) work',
    'how (do|can|should) i use (this|it|you)',
    '(start|get started|menu|commands|options|instructions|info)',
  ],
  /** Behind a command that takes other words: what is it for? */
  explain: [
    'help( (please|pls))?',
    'what (is|does) (this|it)( do| for)?',
    'what (can|do) you do',
    'how (does|do) (this|it|you) work',
    'how (do|can|should) i use (this|it|you)',
    '(instructions|usage|examples?|an example)( (please|pls))?',
  ],
  nonsense: [
    '(test|testing|test test|ok|okay|k|yes|yep|yeah|no|nope|sure|hm+|uh+|um+|lol|haha+|wow|what|idk|nvm|never ?mind|blah( blah)*)',
    '[a-z]',
    '[bcdfghjklmnpqrstvwxz]{4,}',
    '[asdfghjkl]{5,}',
    '[0-9 ]+',
  ],
  /** Orders that only somebody gives to whom it has happened. */
  accident: [
    '(i (want|need|have) to )?report (a|an) (breach|incident|accident|privacy (breach|incident)|hipaa (breach|violation))',
    '(i|we) (need|have|want) to (take down|take|delete|remove|pull) (a|the|my|our|this) (post|story|reply|photo|picture|video|comment|tweet)( [a-z]+){0,4}',
  ],
} as const

/** Words that asking for a check is made of. Only such words are taken away from around a draft. */
export const ASKING_FILL =
  'for me us please pls before i we post posting posted send sending share sharing publish it this that these them on to our my the a an page account site website instagram facebook google yelp tiktok youtube linkedin healthgrades realself x caption captions draft drafts reply replies response answer review reviews comment comments story stories ad ads text texts message messages dm dms photo picture post posts up out quick quickly real now today here online as in at of with use write say ok okay hipaa compliance compliant privacy first and or tell know if is looks fine good safe'.split(
    ' ',
  )

/** A request around a draft. `ask`: ends with "?"; `show`: ends with ":" or the line. {fill} are words from above. */
export const REQUESTS = {
  ask: [
    '(can|could|would|will) (you|u) (please |pls )?(check|look at|look over|review|read|proofread|vet|approve)( over)?{fill}',
    '(can|could|would|will) (you|u) (please |pls )?help( (with|write|fix|check))?{fill}',
    '(is|are|would) (this|it|that|these|the following)( be)?{fill} (ok|okay|fine|good|alright|all right|safe|compliant|allowed|hipaa compliant|acceptable){fill}',
    '(can|could|may|should) (i|we) (post|share|say|send|publish|reply|respond|write|use|put) (this|it|that|these|the following|with this|with the following){fill}',
    '(does|do) (this|it|that|these){fill} (look|sound|read|seem|work|pass){fill}',
    'what do you think( (of|about))?{fill}',
    '(any )?(thoughts|feedback|red flags|concerns|problems)( (on|about|with))?{fill}',
    'how (about|is|does) (this|it|my|our){fill}',
    'anything wrong with{fill}',
  ],
  show: [
    '(please|pls|plz|just) (check|review|look at|look over|read|proofread|vet|approve)( over)?{fill}',
    '(check|review|look at|look over|read|proofread|vet|approve)( over)? (this|these|it|my|our|the following){fill}',
    "(here's|here is|here are|this is|these are|below is)( (my|our|the|a)){fill}",
    '(i|we) need (some )?help( (with|writing|fixing|checking))?{fill}',
    "(i|we)('m|'d| am| are|'re)? (want|going|planning|about|like|would like|wanna|gonna)( to)?{fill}",
  ],
} as const

/** Somebody wants a colleague to look before it goes out. {fill} are words from above. */
export const SECOND_EYES = [
  '(can|could|would|will|may) (somebody|someone|anybody|anyone|(a|the|our|my) (reviewer|manager|boss|colleague|coworker|doctor|dentist|office manager|privacy officer)) (please |pls )?(approve|sign off( on)?|green ?light|look (at|over)|double[- ]?check|give (me |us )?the (ok|okay|go-ahead) (for|on)){fill}',
  '(who can|i need (somebody|someone) to|i want (somebody|someone) to) (approve|sign off( on)?|green ?light){fill}',
  "(i|we) (need|want)( an| some|'s)? (approval|sign-?off|a second pair of eyes|second eyes|the go-ahead){fill}",
  '(please )?(get|have) (this|it|that) (approved|signed off){fill}',
  '(please )?(ask for|request)( an)? (approval|sign-?off|a second pair of eyes){fill}',
  '(please )?(send|submit) (this|it|that) (for|to) (approval|review|sign-?off|a reviewer|my manager|the manager){fill}',
  '(this|it|that) needs (approval|sign-?off|a second pair of eyes){fill}',
]

/** What somebody calls the thing that they paste; decides the kind. The first that fits counts. */
export const KIND_HINTS: readonly (readonly [words: string, kind: string])[] = [
  ['(dm|dms|direct message|private message)', 'dm_reply'],
  [
    '(comment|comments) (reply|response|answer)|(reply|response|answer|reply back) to( (a|the|this|that|her|his|their))? (comment|comments)',
    'comment_reply',
  ],
  ['(reply|replies|response|answer|responding|respond)', 'review_reply'],
  ['(caption|captions|post|posts)', 'caption'],
  ['(story|stories)', 'story'],
  ['(ad|ads|advert|advertisement)', 'ad'],
]
/** What may stand before a colon in front of a draft: "Google review reply: …". {fill} as above. */
export const LABELS = [
  '((our|my|the|new|proposed|suggested|draft|google|yelp|facebook|instagram|tiktok|youtube|linkedin|healthgrades|realself) ){0,3}(draft|caption|post|story|ad|reply|response|dm|comment reply|review reply|(reply|response) to (the |a |this )?(review|comment))',
]
/** What may stand before the colon of the review that is being answered, and of the answer after it. */
export const THEIRS = [
  '(the )?((google|yelp|facebook|instagram|healthgrades) )?(review|comment)',
  '(they|she|he|patient|reviewer|client|customer|somebody|someone) (said|says|wrote|writes|posted|commented)',
]
export const OURS = ['((my|our|the|draft|proposed) )?(reply|response|answer|draft)']

/** Something went out that should not have. The sentence begins with who did it. */
export const ACCIDENT = {
  before: [
    "(um+|uh+|oh no|omg|oops|yikes|help|hi|hey|hello|ok|okay|so|please|sorry|uh oh|hi there|i think|i am afraid|i'm afraid|i just realized|i just noticed)",
  ],
  who: ['(i|we|someone|somebody|she|he|they|one of (us|our [a-z]+)|(my|our|the|a|an) [a-z]+( [a-z]+)?)'],
  slip: [
    '(accidentally|accidently|by accident|on accident|by mistake|mistakenly|unintentionally|unknowingly)',
  ],
  did: [
    '(post|posted|posting|share|shared|sent|send|upload|uploaded|publish|published|tweeted|tweet|put|replied|reply|responded|commented|tagged|leaked|emailed|texted|reposted|mentioned|named|included|showed|streamed)',
  ],
  /** Alone enough, after who and did. */
  wrong: [
    'the wrong (account|page|person|patient|group|chat|thread|number|email|story|profile|channel|photo|picture|pic|video|image|file|draft|screenshot|version)',
    "without (consent|permission|authorization|asking|a (form|release|consent|signed [a-z]+)|(her|his|their|the patient's) (consent|permission|authorization))",
    '(in the background|visible|showing|forgot to (blur|crop|hide|cover))',
    "(shouldn't|should not|wasn't supposed to|was not supposed to) (have|be|post|share)",
    "(something|anything) (i|we) should(n't| not) have",
  ],
  /** Alone enough, after who. */
  did_wrong: [
    '(might |may |just |think i |think we )*(have )?(leaked|disclosed|breached|exposed|violated hipaa|broke hipaa|broken hipaa)',
    '(have|had) (a|an) (privacy )?(breach|incident|hipaa violation|data leak)',
    "(shouldn't|should not) have (posted|shared|sent|uploaded|published|replied|commented|tagged|put)",
    '(messed|screwed) up|made a (terrible|huge|big|bad|serious) mistake',
    "(posted|shared|put|sent|uploaded|texted|emailed|leaked) (a |an |the |one |our |some )?(patient|patients|patient's|patients'|pt|pt's|pts) (chart|charts|name|names|record|records|info|information|x-ray|xray|results|labs|phone number|address)",
    '(need|have|want) to report something (i|we|she|he) (posted|shared|sent|put up|uploaded)',
  ],
  /** A colleague who put something about a patient out: nobody writes that into a post. */
  colleague: [
    '(one of (our|the|my) [a-z]+( [a-z]+)?|(my|a|our) (coworker|co-worker|colleague|intern|trainee|temp)|someone (here|at work|in (the|our) office)|an employee|a staff member)',
  ],
  patient: ["patient(s|'s|s')?"],
} as const

/** What a question may begin with before it comes to the point. */
export const LEAD_INS = [
  '(hi|hello|hey)( (there|chaperone|team))?',
  '(a )?((quick|random|stupid|dumb|legal|hipaa|privacy) )?question( (for you|about [a-z]+))?',
  '(just )?(wondering|checking|curious|asking)( (if|whether))?',
  "(i|we)( am|'m|'re| are| was| were)? (was |were )?(wondering|curious|not sure|unsure)( (if|whether))?",
  '(can|could|would) (you|u) (please |pls )?(tell me|explain|advise|clarify|confirm|remind me)( (if|whether|about))?',
  'do (you|u) (know|think)( (if|whether|that))?',
  '(please )?(tell|remind) me( (if|whether))?',
  '(so|ok|okay|and|but|also|um|please|pls|plz|in general|generally)',
]
/** Somebody at work asks what they may or must do. */
export const PERMISSION = [
  '(can|could|may|might|should|must|shall) (i|we|my|our|staff|employees|someone|somebody|anyone|he|she|they|one)',
  '(am|are|is) (i|we|my|our|staff|employees|someone|it|there|this|that|he|she|they) .{0,40}(able to|allowed|permitted|ok|okay|alright|all right|legal|illegal|lawful|against|safe|required|supposed|liable|responsible|covered|in trouble|a violation|enough|a problem|enforceable|fine if|fine to)',
  '(do|does|did|have|has) (i|we|my|our|staff|employees|someone|he|she|they|it) .{0,40}(have to|have until|get until|need|violate|break|count|owe|delete|report|notify|tell|get in trouble|discipline|lack|lose|protect)',
  '(what|when|where|who|how|why) (can|could|do|should|must|would|will|are|long do|many|much|soon|often do) (i|we|our|my|staff)',
  "why (can't|cannot|can not|shouldn't|should not|may not|is it|do|are|must) (i|we|it|not|our|staff)",
  'what (if|happens (if|when|to)|counts as|dose|should happen)',
  'is (it|this|that) (ok|okay|alright|all right|legal|illegal|allowed|a violation|a breach|against|safe|fine)',
  'how (long|soon|many days) (do|must|should) (i|we|the practice|practices)',
]
/** The same behind "do you know if". */
export const INDIRECT = [
  "(i|we|my|our|staff|employees|someone|it|this|he|she|they)( am| are| is|'m|'re|'s| [a-z]+)? (can|could|may|might|should|must|allowed|permitted|need to|have to|has to|ok|okay|legal|illegal|supposed)",
  '(i|we|staff|employees|someone|it|this|he|she|they) (can|could|may|might|should|must|need|needs|have|has)',
]
/** The same words, where nobody asks for permission: a post that chats. */
export const CHATTER = [
  '(can|could|may|should) (i|we) (just|all|please|talk|take a (moment|minute)|get (a|an)|agree|pause|appreciate|interest|help|offer|tempt|call it|also|be honest|normalize|stop|start)',
]
/** What a question begins with that somebody types in passing; headlines do too, so that it only may be one. */
export const STARTS =
  "what|whats|what's|how|hows|who|whos|when|whens|where|wheres|which|why|is|are|do|does|did|can|could|may|might|must|should|would|will|any|got"
/** The same in the midst of a sentence. */
export const AS_TYPED = [
  '(can|could|may|should|must) (i|we|he|she|they|it|that|this|our|my)',
  '(do|does|did|have|has|is|are|was) (i|we|he|she|they|it|that|this) (have|need|ok|okay|allowed|count|still|enough|legal|bad|a)',
  '(what|how|who|when|where|which) (do|does|can|should|must|is|are|if|now|about|else|first|much|many|long|quick|soon) .{0,40}',
  '(ok|okay|allowed|legal|fine|enough|right|good enough)\\??$',
]
/** What policy questions are about. */
export const POLICY = [
  'hipaa|phi|ocr|hhs|ftc|baa|osha|dea|hitech|npp|covered entity|business associates?|privacy (rule|officer|law|laws)',
  'authorizations?|consents?|releases?|release form|photo form|revoke[sd]?|revocation|identifiers?|de-identified|deidentified|safe harbor|minimum necessary',
  'breach(es)?|fined?|fines|penalt(y|ies)|sued?|lawsuits?|violat(e|es|ion|ions)|disclos(e|es|ure|ures)|60[- ]days?|deadline',
  'allowed|permitted|illegal|legal|lawful|compliant|compliance|enforceable|require[sd]?|mandatory|rules?|law|laws|policy|policies|license|expiry|expire',
  'repost|reposts|reposting|stitch|duet|screenshot|hashtags?|tags?|reviewers?|influencers?|testimonials?|before[- ]and[- ]afters?|masking|blurr?ing|waiting room|personal account',
  '(safe|ok|okay|fine|risky) to (post|share|say|reply|tag|film|use)|posts (are|that are)|always safe',
  "patients?'? (photos?|pictures?|names?|faces?|videos?|records?|information|info|stories|reviews?|comments?|revokes?|signs?|says?|writes?)",
  '(nurse|practitioner|injector|hygienist|assistant|doctor|employee|staff|minor|parent|influencer|vendor|agency) .{0,40}(own|sign|post|share|supervise|inject|work|respond|see)',
]
/** Marks of a post or a reply, which a question to a colleague does not have. */
export const DRAFT_SIGNS = [
  'link in (bio|our bio|the bio|profile|comments)|swipe|tap the link|comment below|tag a friend|dm us|call us|text us|message us|visit us|join us|book (now|your|a|an|online|today)|drop a|stay tuned|new blog|click',
  "(we are|we're|i am|i'm|so) (so |very |truly |really )?(sorry|grateful|happy|thrilled|excited|glad|proud|thankful|honored)",
  '(thank you|thanks) (so much |very much )?for|appreciate your|your (review|feedback|kind words|visit|smile|support)',
  'sorry (for|to hear|about)|see you|welcome back|congratulations|congrats|happy (holidays|monday|friday|new year)|meet (dr|our|the)',
]
/** Speaks to a reader, as posts and replies do. Not a mark where the question is plainly about the law. */
export const TO_READER = ["you|your|yours|you're|y'all|u|ur"]
export const PLAINLY_LAW = [
  "hipaa|phi|baa|ocr|authorizations?|consents?|breach|privacy rule|without (consent|permission)|patient's (photo|name|picture|permission)",
]
/** How a question goes on from the one before. */
export const FOLLOW_UPS = [
  '(and|but|ok and|okay and|so) (what )?(about|on|in|if|for|from|when|with|without|does|is|are|can|could|may|how long|how|after|before)',
  '(what|how) about (on|in|if|for|when|with|without|tiktok|instagram|facebook|google|yelp|youtube|linkedin|stories|reels|dms|minors|videos|photos)',
]
/** Words that may mean danger, whoever says them; a post about a campaign has them too. */
export const DANGER = [
  'suicide|suicidal|self[- ]harm|kms|kys|unalive|overdosed?|unconscious|unresponsive|seizure|seizing',
  '(hurt|hurting|harm|harming|kill|killing|cut|cutting|hang|off) (herself|himself|themselves|themself|myself)',
  "(doesn't|doesnt|don't|dont|not|no reason to) (want to |wanna )?live|want(s|ing)? to die|wanna die|wish(es)? .{0,12}(were|was) dead|better off dead|might as well be dead|rather be dead",
  '(end|ending) (it|it all|her life|his life|my life|their life)( tonight| today| now)?|take (her|his|my|their) (own )?life|(bottle of|too many) pills',
  "(can't|cant|cannot|can not|trouble) (breathe|breath|breathing|swallow)|(not|stopped|isn't|isnt) breathing|chest pain|heart attack|having a stroke|passed out|collapsed|fainted",
  "(can't|cant|cannot) see (out of|with|from|anything)|going blind|lost (her|his|my|their) (vision|sight)|turning blue|bleeding (out|heavily|won't stop|wont stop|a lot)|(won't|wont) stop bleeding|throat (is )?(closing|swelling)",
]
/** Said by those who teach about it. */
export const CAMPAIGN = ['awareness|prevention|hotline|lifeline|988|warning signs|month|if you or someone']
/** What staff say of somebody who may hurt themselves. */
export const URGENT = [
  "(patient|client|she|he|they|someone|somebody|person|commenter|follower|visitor|caller)( [a-z']+){0,8} (hurt|hurting|harm|harming|kill|killing|cut|cutting) (herself|himself|themselves|themself)",
  "(patient|client|she|he|they|someone|somebody|person|commenter|follower|visitor|caller)( [a-z']+){0,6} (is |are |feels? |sounds? |seems? |might be |may be )?(suicidal|(end|ending) (her|his|their) (own )?life)",
  "(patient|client|someone|somebody|follower|visitor)( [a-z']+){0,4} (wants? to die|overdosed|can't breathe|is unconscious|is having a stroke)",
]
