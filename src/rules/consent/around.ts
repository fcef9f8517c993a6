/** What was done, with what, where on a body, and what came of it. */
export const CARE = '({procedure}|{product}|{condition}|{story.care}|{body}|{outcome})'
/** A day, a month, or how near it is. */
export const WHEN = '({month}|{weekday}|{when}|{story.close}|{number})'
/** Where a turn of phrase ends. */
export const MARK = '({stop}|{emoji}|{sign}|{quote}|{tag}|$)'

/** What else a post speaks of; each is asked once for a post. */

/** Somebody of the team is new, or has a new part. */
export const HIRED = /\b(?:new face|team|role|title|desk|hire[ds]?|join\w{0,12}|welcome)\b/i

/** A price list. */
export const PER = /\bper (?:unit|syringe|area)\b|=/

/** What somebody of the team has learned. */
export const LEARNT =
  /\b(?:certified|certificate|licen[sc]e|degree|training|trained|boards|maternity|paternity|joining|hired|promot\w{0,12})\b/i

/** A picture goes with it. */
export const CAMERA =
  /📷|📸|🤳|\[(?:photo|pic|picture|screenshot|image|video)\]|\b(?:selfie|photo|pic|pics|picture|snap|screenshot|cuties|faces|look at|looks? like|recognize|names|behind (?:me|us))\b/iu

/** Who stands in the room is no patient, or nobody does. */
export const GUEST =
  /\b(?:rep|reps|vendor|speaker|trainer|guest|lunch|artist|mural|interview|episode|training|ribbon|open house|tour|collab|pop-?up|plants?|redecorat\w{0,12}|remodel\w{0,12}|renovat\w{0,12}|new chairs|empty|blank|sample)\b/i

/** Where care happens. */
export const CHAIR = /\b(?:chair|appointment|visit|treatment|numb)\b/i

/** What is voted on belongs to patients. */
export const SMILES =
  /\b(?:smiles?|grins?|pouts?)\b|\b(?:our|of our) (?:[a-z]{1,20} )?(?:patients|clients|babies)\b/i

/** The team is who takes part. */
export const STAFF = /\b(?:staff|team|employee|best of)\b/i

/** Who lost most. */
export const RACE = /\b(?:loser|challenge|standings?|leader|weigh|lbs|pounds|down|inches|slim|lost)/i

/** Staff who learn a treatment. */
export const LEARNING =
  /\b(?:certif\w{0,12}|train(?:ed|ing)|licensed?|degree|course|class|residency|boards|conference|expert|workshop|learn\w{0,12})\b/i

/** Something is shown to everybody. */
export const SHARED = /\b(?:post|share|show|film|photo|pic|video|record|story|reveal|internet|famous)/i

/** How forms are handled in general. */
export const FORMALITY =
  /\b(?:online|before your visit|required|must|policy|you can always|under 18|fill (?:them|it|out)|download)\b/i
