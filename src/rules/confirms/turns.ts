/** Pieces of phrases that several rules of this group share. */

/** Who answers, as the subject of a sentence. */
export const WE =
  '(we|i|{staff}|{own}|(our|the|my|your|one of our) {soft}*2 {staffword}|doc|{staffword}|(the|our|whole|entire|{soft})*3 (office|clinic|practice|crew|girls|ladies|gang)|all of us|everyone here)'
/** One of the staff by name, behind another word: "what Dr. Ito said". */
export const DOC = '((dr|doctor|nurse) {sign}?)? {staff}'
/** Us, as its object. */
export const US = '(us|our|me|my|{own}|{staff|staffword})'
/** The reader, or somebody who is called by name. */
export const YOU = "(you|u|ya|y'all|{name}|{handle})"
/** The reader as a subject, with what may stand before the verb. */
export const YOU_DID = "(you|u|ya|y'all) {soft}*2 ({have}|did)? {soft}*2"
/** What people come to that is no care. */
export const ELSEWHERE =
  '(page|profile|website|site|booth|event|events|open house|webinar|live|class|workshop|parade|fundraiser|table|feed|post|posts|comments|comment|story|stories|tour|gala|fair|festival|run|race|5k|challenge|contest|giveaway|raffle|conversation|celebration|party|drive|market|expo|channel|account|thread|picnic|game|show|launch|ribbon|seminar|lecture|talk|there|series|video|videos|episode|part|reel|stream|blog|opening|podcast|q|class|giveaways|marathon|finish line|fundraiser|walk)'
