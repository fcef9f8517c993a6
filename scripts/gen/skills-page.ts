import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Skill } from '../../src/bot/skill.ts'
import { code, MARKDOWN_NOTE, type Page, page, plain } from './page.ts'

const Titled = z.looseObject({ title: z.string().min(1) })

export async function skillsPage(root: string): Promise<Page> {
  const sections: string[] = []
  for (const name of folders(root)) sections.push(section(await loadSkill(root, name), titles(root, name)))
  return page('docs/skills.md', [
    '# Skills',
    MARKDOWN_NOTE,
    'What Chaperone can be asked to do. Each skill is one folder under `src/skills`; the sentences under *It shows* are its transcripts, which every surface plays in the tests.',
    ...sections,
  ])
}

function section(skill: Skill, transcripts: readonly { title: string; path: string }[]): string {
  return [
    `## ${skill.name}`,
    plain(skill.about),
    [
      `- **Who** ${who(skill.needs)}`,
      `- **Understands** ${skill.intents.map((intent) => code(`${skill.name}/${intent}`)).join(', ')}`,
    ].join('\n'),
    ['It shows:', '', ...transcripts.map(({ title, path }) => `- [${plain(title)}](../${path})`)].join('\n'),
  ].join('\n\n')
}

function who(role: string): string {
  return role === 'staff' ? 'everybody in the practice' : plain(role.replaceAll(/[-_]/g, ' '))
}

function folders(root: string): string[] {
  const entries = readdirSync(join(root, 'src/skills'), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/**
 * Makes the skill to read what it says of itself. Its parts are stand-ins: making a skill does no work, only
 * running it does.
 */
export async function loadSkill(root: string, name: string): Promise<Skill> {
  const path = `src/skills/${name}/skill.ts`
  if (!existsSync(join(root, path))) throw new Error(`src/skills/${name} has no skill.ts`)
  const module = (await import(pathToFileURL(join(root, path)).href)) as Record<string, unknown>
  const makers = Object.entries(module).filter(
    ([key, value]) => key.startsWith('create') && typeof value === 'function',
  )
  const [maker] = makers
  if (!maker || makers.length > 1)
    throw new Error(`${path} must export one function create…(), which makes the skill`)
  const skill = (maker[1] as (...parts: unknown[]) => Skill)(STAND_IN, STAND_IN, STAND_IN, STAND_IN)
  if (skill.name !== name)
    throw new Error(`${path} calls itself "${skill.name}"; its name must be its folder: "${name}"`)
  return skill
}

const STAND_IN = new Proxy(function unused() {}, {
  get: () => STAND_IN,
  apply: () => {
    throw new Error('a skill does its work in run(), not while it is made')
  },
})

function titles(root: string, name: string): { title: string; path: string }[] {
  const folder = `src/skills/${name}/transcripts`
  if (!existsSync(join(root, folder))) return []
  const files = readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.yml'))
    .sort()
  return files.map((file) => {
    const path = `${folder}/${file}`
    const read = Titled.safeParse(parse(readFileSync(join(root, path), 'utf8')))
    if (!read.success)
      throw new Error(`${path} has no title: begin it with "title: what this transcript shows"`)
    return { title: read.data.title, path }
  })
}
