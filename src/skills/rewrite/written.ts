import type { Model, Noticed } from '../../bot/model/model.ts'
import type { Templates } from '../../knowledge/templates.ts'
import type { PracticeFacts } from '../../rules/facts.ts'
import { withNoticed } from '../../rules/noticed/noticed.ts'
import type { Checker, Draft, Result } from '../../rules/verdict.ts'
import { type Rewritten, rewrite, type Version, type Wish } from './rewrite.ts'
import { writtenAs } from './situation.ts'

/** Written versions that are shown; what is kept ready follows them. */
const MOST_WRITTEN = 2
const MOST = 3
/** UTF-16 units; a version that is much longer than the draft has something in it that the draft has not. */
const LONGEST = 1500
const LONGER_BY = 200

/**
 * As `rewrite`, with versions that a model wrote for this draft before those that are kept ready. Each is checked
 * as the others are, and goes where it says more than the draft.
 * @param noticed what a model found in this draft when it was checked.
 */
export async function rewriteWith(
  model: Model,
  engine: Checker,
  templates: Templates,
  draft: Draft,
  practice: PracticeFacts | undefined,
  wish: Wish = {},
  noticed: readonly Noticed[] = [],
): Promise<Rewritten> {
  const offline = rewrite(engine, templates, draft, practice, wish)
  const result = noticed.length > 0 ? withNoticed(offline.result, draft, noticed) : offline.result
  const ready = { ...offline, result }
  if (result.verdict === 'clear') return ready
  const kind = writtenAs(result.kind)
  const context = result.kind === 'visitor_comment' ? draft.text : draft.context
  const shown = { ...draft, kind, platform: result.platform ?? undefined, context }
  const found = [...new Set(result.findings.map(({ message, instead }) => `${message} ${instead}`))]
  const tone = wish.tone ?? wish.usual ?? 'warm'
  const told = await model.rewrite(shown, found.slice(0, 12), {
    tone,
    shorter: wish.shorter ?? false,
    other: (wish.turn ?? 0) > 0,
  })
  if (!told.ok) return told.why === 'off' ? ready : { ...ready, unavailable: true }
  const taken = new Set(ready.versions.map(({ text }) => plain(text)))
  const written: Version[] = []
  for (const given of told.value) {
    const text = given.trim()
    if (written.length === MOST_WRITTEN || taken.has(plain(text))) continue
    if (saysMore(text, draft) || keepsWho(text, result)) continue
    if (engine.check({ ...draft, text, kind, context }, practice).verdict !== 'clear') continue
    taken.add(plain(text))
    written.push({ text, how: 'written', kind, removed: [] })
  }
  return { result, versions: [...written, ...ready.versions].slice(0, MOST) }
}

const LINK = /https?:|www\.|[\w-]\.(?:com|net|org|io|co)\b|@\w|#\w|[[\]{}<>]/i

/** A figure, a link, a handle or a gap that the draft has not: nothing may be made up. */
function saysMore(text: string, { text: given }: Draft): boolean {
  if (!/\p{L}{2}/u.test(text)) return true
  if (text.length > Math.min(LONGEST, given.length * 2 + LONGER_BY)) return true
  const figures = text.match(/\d+/g) ?? []
  const known = new Set(given.match(/\d+/g) ?? [])
  return LINK.test(text) || figures.some((figure) => !known.has(figure))
}

const WHO: readonly string[] = ['name', 'location', 'date', 'age', 'other-identifier']

/** What said who it is in the draft says so here too; and the rules cannot see again what only a model saw. */
function keepsWho(text: string, { findings }: Result): boolean {
  const words = ` ${plain(text)} `
  const gone = findings.filter(({ category, rule }) => WHO.includes(category) || rule.startsWith('model/'))
  return gone.some(({ quote }) => words.includes(` ${plain(quote)} `))
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
