import type { Claim, Model, Noticed, Shown } from '../bot/model/model.ts'
import type { Masked } from '../rules/verdict.ts'

/** What stands where words were taken out (src/rules/mask.ts). */
const TAKEN_OUT = /\[(?:name|place|date|age|number|address|link|identifier|tag)\]/g

/**
 * The same model behind a mask: the one way in which words reach it without a BAA. No name, number, handle, link,
 * date or place that the rules know goes out, and no picture at all. What comes back about the masked text is
 * carried over to the text as given, or dropped.
 */
export function throughMask(model: Model, masked: (text: string) => Masked): Model {
  const shown = (draft: Shown, text: Masked): Shown => ({
    ...draft,
    text: text.text,
    context: draft.context === undefined ? undefined : masked(draft.context).text,
  })

  return {
    sees: 'masked',
    async judge(draft, categories) {
      const text = masked(draft.text)
      const told = await model.judge(shown(draft, text), categories)
      if (!told.ok) return told
      return { ok: true, value: told.value.flatMap((one) => asGiven(one, text, draft.text) ?? []) }
    },
    async answer(question, articles, heard) {
      const unheld = heard && ((claim: Claim) => (holds(claim.says) ? undefined : heard(claim)))
      const told = await model.answer(masked(question).text, articles, unheld)
      if (!told.ok) return told
      return { ok: true, value: told.value.filter(({ says }) => !holds(says)) }
    },
    async rewrite(draft, found, tone) {
      const told = await model.rewrite(shown(draft, masked(draft.text)), found, tone)
      return told.ok ? { ok: true, value: told.value.filter((text) => !holds(text)) } : told
    },
    look: async () => ({ ok: false, why: 'off' }),
    counts: () => model.counts(),
    stop: () => model.stop(),
  }
}

/** Words that are not in the masked text say nothing of the draft, and a bare [name] was found by a rule. */
function asGiven({ category, quote }: Noticed, masked: Masked, given: string): Noticed | undefined {
  const at = quote === '' ? -1 : masked.text.indexOf(quote)
  if (at === -1 || !/\p{L}/u.test(quote.replace(TAKEN_OUT, ''))) return undefined
  const { start, end } = masked.back(at, at + quote.length)
  return { category, quote: given.slice(start, end) }
}

function holds(text: string): boolean {
  return text.search(TAKEN_OUT) !== -1
}
