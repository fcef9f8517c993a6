import { canvasOf } from '../../adapters/terminal/platform.ts'
import { render } from '../../adapters/terminal/render.ts'
import type { Practice } from '../../bot/practice.ts'
import {
  type Authorization,
  allForms,
  defectsOf,
  endOf,
  livePublications,
  needsAttention,
  standing,
} from '../../bot/records/authorization.ts'
import { NOTICE } from '../../skills/authorization/copy/acts.ts'
import { SHOW } from '../../skills/authorization/copy/show.ts'
import { platformsOf } from '../../skills/authorization/form/words.ts'
import { wholeOf } from '../../skills/authorization/show/form.ts'
import { lineOf, needLine } from '../../skills/authorization/show/list.ts'
import { DONE, type Io, Refused, write } from '../io.ts'
import { COMMAND_LINE } from '../upkeep/open.ts'
import { formFor, lookInto, needed, notOnFile } from './open.ts'

export interface Looking {
  practice: Practice
  today: string
  json: boolean | undefined
}

/** A form for scripts: what it says, where it stands, and what is up under it. */
export function asJson(form: Authorization, today: string) {
  const { number, code, terms, revoked, lookedOver, photos, publications, earlier, acts } = form
  return {
    number,
    code,
    standing: standing(form, today).is,
    until: standsNow(form, today) ? (endOf(terms)?.on ?? null) : null,
    terms,
    defects: defectsOf(terms),
    revokedOn: revoked?.on ?? null,
    lookedOver: lookedOver !== null,
    photos: photos.map(({ id, at }) => ({ id, at: new Date(at).toISOString() })),
    publications: publications.map(({ at, platform, url, down }) => ({
      at: new Date(at).toISOString(),
      platform,
      url,
      takenDown: down === null ? null : new Date(down.at).toISOString(),
    })),
    takeDown: standsNow(form, today) ? 0 : livePublications(form).length,
    earlierForms: earlier.length,
    history: acts.map(({ at, by, what }) => ({ at: new Date(at).toISOString(), by, what })),
  }
}

const standsNow = (form: Authorization, today: string) =>
  ['valid', 'expiring'].includes(standing(form, today).is)

export async function printForm(
  form: Authorization,
  { practice, today, json }: Looking,
  io: Io,
  before?: string,
): Promise<void> {
  const title = SHOW.title(form.number, form.code)
  const blocks = [
    ...(before ? [{ type: 'text' as const, text: before }] : []),
    { type: 'heading' as const, text: title },
    ...wholeOf(form, { practice, today, whole: true }),
  ]
  const text = json
    ? JSON.stringify(asJson(form, today))
    : render({ blocks, summary: title }, canvasOf(io.stdout, io.env))
  await write(io.stdout, `${text}\n`)
}

export async function show(reference: string | undefined, looking: Looking, io: Io): Promise<number> {
  const wanted = needed(reference, 'show')
  const form = await lookInto(io, (register) => formFor(register, wanted, 'show'))
  if (!form) return notOnFile(io, looking.json)
  await printForm(form, looking, io)
  return DONE
}

/** @param wanted.platform only forms for that one. @param wanted.needs what somebody has to see to. */
export async function list(
  wanted: { platform?: string | undefined; needs?: boolean | undefined },
  { today, json }: Looking,
  io: Io,
): Promise<number> {
  const [platform, ...more] = wanted.platform === undefined ? [] : (platformsOf(wanted.platform) ?? [])
  if (wanted.platform !== undefined && (platform === undefined || more.length > 0))
    throw new Refused('--platforms wants one platform here, like instagram')
  const all = (await lookInto(io, (register) => allForms(register, COMMAND_LINE))) ?? []
  const forms = platform === undefined ? all : all.filter(({ terms }) => terms.platforms.includes(platform))
  if (wanted.needs) {
    const needs = needsAttention(forms, today)
    const text = needs.length === 0 ? NOTICE.nothing : needs.map(needLine).join('\n')
    await write(io.stdout, `${json ? JSON.stringify({ needs }) : text}\n`)
    return DONE
  }
  const rows = forms.map((form) => {
    const { number, code, standing: is, until, terms, takeDown } = asJson(form, today)
    return { number, code, standing: is, until, content: terms.content, platforms: terms.platforms, takeDown }
  })
  const text = forms.length === 0 ? SHOW.none : forms.map((form) => lineOf(form, today)).join('\n')
  await write(io.stdout, `${json ? JSON.stringify({ authorizations: rows }) : text}\n`)
  return DONE
}
