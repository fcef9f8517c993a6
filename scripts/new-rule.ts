import { type Category, GROUPS, type Group } from '../src/rules/vocabulary.ts'
import { ENOUGH } from './examples.ts'
import { NAME, runScaffold, type Scaffold } from './scaffold.ts'

/** What the rules of a group mostly find: a start that has to be looked at. */
const USUAL: Readonly<Record<Group, Category>> = {
  identifier: 'other-identifier',
  confirms: 'patient-status',
  story: 'mosaic',
  consent: 'testimonial',
  claims: 'ftc-claim',
  advice: 'medical-advice',
  reply: 'patient-status',
  channel: 'insecure-channel',
}

/** Which version brings the rule: the one that is being worked on. */
const { default: manifest } = (await import('../package.json', { with: { type: 'json' } })) as {
  default: { version: string }
}

export function ruleScaffold(id: string | undefined): Scaffold {
  const [group, name, ...rest] = (id ?? '').split('/')
  const known = GROUPS.find((each) => each === group)
  if (!known || rest.length > 0 || !NAME.test(name ?? ''))
    throw new Error(
      `Give an id as in \`npm run new-rule -- confirms/my-rule\`: a group (${GROUPS.join(', ')}), a slash, and words in small letters with hyphens.`,
    )
  const base = `src/rules/${known}/${name}`
  return { [`${base}.ts`]: rule(known, name as string), [`${base}.examples.yml`]: EXAMPLES }
}

const rule = (group: Group, name: string) => `import { defineRule, phrases } from '../kit.ts'
import { KINDS } from '../vocabulary.ts'

export default defineRule({
  id: '${group}/${name}',
  // One of: see CATEGORIES in src/rules/vocabulary.ts.
  category: '${USUAL[group]}',
  // stop, needs_authorization, caution; or a function where it depends on what the draft is.
  severity: 'caution',
  // Leave out the kinds of draft that it does not concern; REPLIES and POSTS of the kit are shorter to write.
  kinds: KINDS,
  says: 'TODO one sentence: what the draft says, in words for the front desk.',
  why: 'TODO one or two sentences: why that is a risk.',
  instead: 'TODO one sentence, or words to use: what to write instead.',
  citations: [{ article: 'TODO', source: 'TODO' }],
  since: '${manifest.version}',
  // The language of phrases is explained in src/rules/reading/pattern.ts. None yet: this rule finds nothing.
  match: phrases([]),
})
`

const EXAMPLES = `# [[…]] marks what the finding points at. kind, context, account, platform and practice are optional;
# without a kind it is the first one of the rule. An entry under flag may also promise a severity or a category:
#   - text: "Thanks for [[coming in]] today!"
#     kind: review_reply

# Drafts that this rule must find: at least ${ENOUGH.flag}, each a different way to say it.
flag: []

# Drafts that this rule must leave alone, the nearer the better: at least ${ENOUGH.pass}. Other rules may find them.
pass: []

# Two drafts in which one small change decides: at least ${ENOUGH.pairs}.
#   - flag: "We loved [[treating you]]."
#     pass: "We love what we do."
pairs: []
`

if (import.meta.main)
  await runScaffold(
    ruleScaffold,
    'Now fill in the examples, then the words, then the phrases; `npx vitest run test/house.test.ts test/rules` says what is still missing.',
  )
