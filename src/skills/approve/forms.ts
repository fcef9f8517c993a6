import type { Ports } from '../../bot/ports.ts'
import type { Practice } from '../../bot/practice.ts'
import type { Bound, Forms } from '../../bot/records/approval.ts'
import {
  type Authorization,
  boundTo,
  type Coverage,
  covers,
  dayOf,
  endOf,
  findForm,
  plusDays,
} from '../../bot/records/authorization.ts'
import type { Needs } from './needs.ts'
import { atWall } from './when.ts'

/** A signed form that somebody named, and whether it lets this out. */
export interface FormLook {
  code: string
  /** Undefined: no such form is on file. */
  form: Authorization | undefined
  coverage: Coverage | undefined
  /** What it says now, hashed: another text after every renewal, revocation or event. */
  said: string
  /** From when it does not stand any more; null: no day is known. */
  until: number | null
}

/** What goes out, as far as forms care. */
export type Going = Pick<Bound, 'platform' | 'photos'> & Pick<Needs, 'content' | 'minor'>

/** Codes as somebody wrote them: "B-112, B-113". */
export const codesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]+/)
      .map((code) => code.trim())
      .filter((code) => code !== ''),
  ),
]

/** Each form by its code or its number, in a job that shows it to nobody. */
export async function lookUp(
  codes: readonly string[],
  going: Going,
  { ports, practice }: { ports: Ports; practice: Practice },
  at = ports.clock.now(),
): Promise<FormLook[]> {
  return Promise.all(
    codes.map(async (code): Promise<FormLook> => {
      const form = await findForm(ports.store.register, code, 'nobody')
      if (!form) return { code, form, coverage: undefined, said: '', until: null }
      const coverage = covers(form, {
        platform: going.platform as Parameters<typeof covers>[1]['platform'],
        content: going.content,
        subjectIsMinor: going.minor ? true : undefined,
        ...(fingerprints(going).length > 0 ? { photos: fingerprints(going) } : {}),
        on: dayOf(at, practice.timeZone),
      })
      const end = endOf(form.terms)
      // It stands through its last day.
      const until = end ? atWall(plusDays(end.on, 1), '00:00', practice.timeZone) : null
      return { code: form.code, form, coverage, said: ports.hasher.hash(boundTo(form)), until }
    }),
  )
}

export function formsOf(bound: Pick<Bound, 'forms'>, looked: readonly FormLook[]): Forms {
  const ends = looked.flatMap(({ until }) => (until === null ? [] : [until]))
  return {
    cover: looked.every(({ coverage }) => coverage?.covered === true),
    same: bound.forms.every(({ code, said }) => looked.find((one) => one.code === code)?.said === said),
    until: ends.length > 0 ? Math.min(...ends) : null,
  }
}

/** A hash of bytes says nothing of what is to be seen. */
const fingerprints = ({ photos }: Going) => photos.filter(([first]) => first?.startsWith('sha256:') === false)
