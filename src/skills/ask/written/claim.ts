import type { Claim } from '../../../bot/model/model.ts'
import type { Article } from '../../../knowledge/article.ts'
import { FACT, type Facts, factIds, fill } from '../../../knowledge/facts.ts'

/** A sentence that may be shown, and where it stands. */
export interface Supported {
  says: string
  article: Article
  quote: string
}

/** Words of a quote: fewer could be found in any article. */
const SHORTEST_QUOTE = 4
/** UTF-16 units of a sentence for a phone. */
const LONGEST = 400
/** Part of a claim's own words that its article has to use as well. */
const SHARED = 0.4

/**
 * The claim with its figures, or undefined where anything in it does not stand in the article that it names: the
 * quote word for word, each figure, and enough of its words. Never a verdict of ours on somebody's post.
 */
export function supported(claim: Claim, articles: readonly Article[], facts: Facts): Supported | undefined {
  const article = articles.find(({ id }) => id === claim.article)
  const says = claim.says.replace(/\s+/g, ' ').trim()
  const quote = claim.quote.trim()
  if (!article || says === '' || says.length > LONGEST) return undefined
  if (quote.split(/\s+/).length < SHORTEST_QUOTE || !partsOf(article).some((part) => part.includes(quote)))
    return undefined
  const text = partsOf(article).join('\n')
  const held =
    figuresIn(says, text, facts) &&
    !promises(says, quote) &&
    !loosens(says, quote) &&
    !MARKED.test(says.replace(FACT, ''))
  return held && shares(says, `${article.title} ${text}`)
    ? { says: fill(says, facts), article, quote }
    : undefined
}

function partsOf({ answer, detail, todo }: Article): string[] {
  return [answer, detail, todo]
}

/** "You may", "no form is needed", "that is fine". */
const PERMITS =
  /\b(?:(?:you|we|they|staff|anybody|anyone) (?:may|can|could)(?! not|not)\b|(?:no|without(?: a| an| the| any)?) (?:\w+ ){0,2}(?:form|authorization|permission|consent)|(?:do|does)(?: not|n['’]t) (?:need|have to)|needs? no|(?:is|are) (?:perfectly |always )?(?:fine|ok|okay|allowed|permitted|enough)|go ahead|feel free)\b/i

/** A permission has to stand in the quote too: half of a mistake is a "not" that got lost on the way. */
function loosens(says: string, quote: string): boolean {
  return PERMITS.test(says) && !PERMITS.test(quote)
}

const PRAISE = 'safe|safely|compliant|legal|legally|lawful|approved|guaranteed|risk[- ]free'
/** No post is safe and nothing is approved by us, whoever writes the sentence. */
const VERDICT = new RegExp(
  `\\b(?:is|are|be|was|it['’]s|that['’]s|looks?|seems?)\\s+(?:\\w+\\s+)?(?:${PRAISE})\\b`,
  'i',
)
/** Elsewhere the quote has to use the word as well: "a legal representative". */
const PRAISED = new RegExp(`\\b(?:${PRAISE})\\b`, 'gi')

function promises(says: string, quote: string): boolean {
  const words = quote.toLowerCase()
  return VERDICT.test(says) || (says.match(PRAISED) ?? []).some((word) => !words.includes(word.toLowerCase()))
}

/** Links, handles, markup and gaps that were not filled. */
const MARKED = /https?:|www\.|@\w|[[\]{}<>*_`#|]/

/** Figures that are written out. "One" is nearly always no figure. */
const WRITTEN =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|million|half|third|quarter|double|twice)\b/gi

/** A reference to a fact of this article, or the very figure that the article writes. */
function figuresIn(says: string, article: string, facts: Facts): boolean {
  const own = new Set(factIds(article))
  if (!factIds(says).every((id) => own.has(id) && facts.has(id))) return false
  const bare = says.replace(FACT, ' ')
  const known = new Set(figuresOf(article.replace(FACT, ' ')))
  return figuresOf(bare).every((figure) => known.has(figure))
}

function figuresOf(text: string): string[] {
  const digits = text.match(/[$€]?\d[\d.,]*(?:%|\([a-z\d]\))*/g) ?? []
  const written = text.match(WRITTEN) ?? []
  return [...digits.map((one) => one.replace(/[.,]+$/, '')), ...written.map((one) => one.toLowerCase())]
}

/** Short words and endings say little of what a sentence is about. */
function stems(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5)))
}

function shares(says: string, article: string): boolean {
  const own = [...stems(says.replace(FACT, ' '))]
  const theirs = stems(article)
  return own.length > 0 && own.filter((word) => theirs.has(word)).length >= own.length * SHARED
}
