import type { Line } from '../quality/lines.ts'

/** Something that reads a draft and finds what should not be in it. */
export interface Contender {
  name: string
  check(draft: Line): unknown
}

/** Each loads its own code and nothing of the others, so that a child process pays for one alone. */
export const CONTENDERS: Readonly<Record<string, () => Promise<Contender['check']>>> = {
  chaperone: async () => {
    const { openEngine } = await import('../../src/library.ts')
    const engine = openEngine()
    return ({ text, kind, platform, account, context, practice }) =>
      engine.check({ text, kind, platform, account, context }, practice)
  },
  'redact-pii': async () => {
    const { SyncRedactor } = await import('redact-pii')
    const redactor = new SyncRedactor()
    return ({ text }) => redactor.redact(text)
  },
  compromise: async () => {
    const { default: nlp } = await import('compromise')
    return ({ text }) => nlp(text).people().out('array')
  },
}

export async function openContender(name: string): Promise<Contender> {
  const open = CONTENDERS[name]
  if (!open) throw new Error(`no contender is called ${name}: choose ${Object.keys(CONTENDERS).join(', ')}`)
  return { name, check: await open() }
}

export function openAll(): Promise<Contender[]> {
  return Promise.all(Object.keys(CONTENDERS).map(openContender))
}
