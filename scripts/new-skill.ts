import { NAME, runScaffold, type Scaffold } from './scaffold.ts'

export function skillScaffold(name: string | undefined): Scaffold {
  if (!NAME.test(name ?? ''))
    throw new Error('Give a name as in `npm run new-skill -- remind`: words in small letters with hyphens.')
  const folder = `src/skills/${name}`
  return { [`${folder}/skill.ts`]: skill(name as string), [`${folder}/copy.ts`]: COPY }
}

const skill = (name: string) => `import type { Skill } from '../../bot/skill.ts'
import { LINES } from './copy.ts'

/** Takes what it needs from outside as arguments; making it does no work. */
export function create${pascal(name)}(): Skill {
  return {
    name: '${name}',
    about: 'TODO one sentence: what this does for whom.',
    // Who may use it: see src/bot/roles.ts.
    needs: 'staff',
    // What it understands; the router and the buttons say "${name}/open".
    intents: ['open'],
    async run() {
      return [{ blocks: [{ type: 'text', text: LINES.open }], summary: LINES.open }]
    },
  }
}
`

const COPY = `/** Every word that this skill says, so that somebody who does not program can edit it. */
export const LINES = {
  open: 'TODO what this skill says first.',
}
`

/** "four-eyes" → "FourEyes". */
function pascal(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

if (import.meta.main)
  await runScaffold(
    skillScaffold,
    'Now write its first transcript, as in src/skills/check/transcripts, and hand the skill to the router where the program is put together; `npx vitest run test/house.test.ts` says what is still missing.',
  )
