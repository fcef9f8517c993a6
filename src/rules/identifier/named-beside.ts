import { defineRule, type Hit, KINDS, spanOf } from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import { isGrave } from '../settle.ts'

/** Who is named in a draft in which another rule found somebody's care: there every name counts. */
export default defineRule({
  id: 'identifier/named-beside',
  category: 'name',
  severity: 'caution',
  kinds: KINDS.filter((kind) => kind !== 'visitor_comment'),
  says: 'This names or tags somebody next to what is told here.',
  why: 'Next to somebody’s care a name or a handle says who it was about, a first name in a small town too.',
  instead:
    'Leave the name and the tag out. If it is a colleague, have the name added to the practice’s staff list.',
  citations: [{ article: 'names-and-tags', source: '45 CFR 164.514(b)(2)(i)(A)' }],
  since: '0.1.0',
  beside: isGrave,
  match: () => {
    const finder = ({ reading }: { reading: Parameters<typeof spanOf>[0] }) => {
      const hits: Hit[] = []
      const { code } = reading
      for (let i = 0; i < code.length; i++) {
        const unit = code.charCodeAt(i)
        if (unit === CODE.name || unit === CODE.handle) hits.push(spanOf(reading, i, i + 1))
      }
      return hits
    }
    return Object.assign(finder, { triggers: new Set([CODE.name, CODE.handle]) })
  },
})
