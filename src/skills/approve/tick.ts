import { type Approval, type Deed, deathOf, type Entry, KEPT_MS, OPEN } from '../../bot/records/approval.ts'
import { allForms, findForm, published, takenDown } from '../../bot/records/authorization.ts'
import { SELF } from '../../bot/records/people.ts'
import type { Around } from './bind.ts'
import { actorOf, note, recent, sightOf } from './desk.ts'
import { tellAll } from './notices.ts'

/** Whoever acts tells people at once; only what is left over after so long is the clock's. */
const MINUTE_MS = 60_000
const SETTLED_MS = MINUTE_MS
const MOST_TURNS = 50

/** Looks after every request: ends what is over, passes on what nobody answers, tells what nobody was told. */
export async function lookAfter(around: Around): Promise<void> {
  // Once an hour also what went out long ago: its form may have been revoked, and it taken down.
  const whole = Math.floor(around.ports.clock.now() / MINUTE_MS) % 60 === 0
  for (const approval of await recent(around, undefined, whole)) {
    const after = await timeOf(approval, around)
    const newest = after.entries.at(-1)?.at ?? 0
    const fresh = after === approval && around.ports.clock.now() - newest < SETTLED_MS
    if (!fresh) await tellAll(after, around)
    await link(after, around)
  }
}

/** What time alone brings about; each is written once, with an id that every replica makes the same. */
async function timeOf(approval: Approval, around: Around): Promise<Approval> {
  const { number, status, since, publication } = approval
  const now = around.ports.clock.now()
  const forgotten = approval.entries.some(({ what }) => what === 'forgotten')
  if (publication && !forgotten && now >= publication.at + KEPT_MS)
    return put(number, { what: 'forgotten', details: {} }, '', approval, around)
  if (!OPEN.includes(status)) return approval
  const { world } = await sightOf(approval, around)
  const why = deathOf(approval, world)
  if (why) return put(number, { what: 'ended', details: { why } }, '', approval, around)
  const { planned, due, cooled } = approval
  if (status === 'granted' && planned !== undefined && !due && now >= planned)
    return put(number, { what: 'due', details: {} }, `:${planned}`, approval, around)
  if (status === 'waiting' && world.alone && !cooled && now >= since + world.coolingMs)
    return put(number, { what: 'cooled', details: {} }, `:${since}`, approval, around)
  return approval
}

async function put(
  number: string,
  deed: Deed,
  which: string,
  before: Approval,
  around: Around,
): Promise<Approval> {
  // Nothing ends what somebody settled in this very moment: it is looked at once more when it is written.
  const entry: Entry = { ...deed, id: `clock:${deed.what}${which}`, at: around.ports.clock.now(), by: SELF }
  return (await note(number, [entry], around, before.version)) ?? before
}

/** What is online under a form stands in the form's own record too, and what is taken down there is down here. */
async function link(approval: Approval, around: Around): Promise<void> {
  const { publication, bound, number } = approval
  if (!publication || bound.forms.length === 0) return
  const down = await isDownThere(approval, around)
  if (publication.linked && (publication.down !== undefined) === down) return
  for (const { code } of bound.forms) await writeThere(code, approval, around)
  const at = around.ports.clock.now()
  const linked: Entry = { id: 'clock:linked', at, by: SELF, what: 'linked', details: {} }
  const gone: Entry = { id: 'clock:down', at, by: SELF, what: 'down', details: {} }
  await note(number, publication.down === undefined && down ? [linked, gone] : [linked], around)
}

/** What this request is called in the record of a form. */
const nameThere = ({ number }: Approval) => `approval:${number}`

/** The same link may have been written down there by somebody else: it is the same post. */
const isThis = (post: { id: string; url: string }, approval: Approval) =>
  post.id === nameThere(approval) || post.url === approval.publication?.url

async function isDownThere(approval: Approval, { ports }: Around): Promise<boolean> {
  const codes = approval.bound.forms.map(({ code }) => code)
  const forms = (await allForms(ports.store.register, 'nobody')).filter(({ code }) => codes.includes(code))
  const posts = forms.flatMap(({ publications }) => publications).filter((post) => isThis(post, approval))
  return posts.length > 0 && posts.every(({ down }) => down !== null)
}

async function writeThere(code: string, approval: Approval, { ports }: Around): Promise<void> {
  const { publication } = approval
  if (!publication) return
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const form = await findForm(ports.store.register, code, 'nobody')
    if (!form) return
    const { number, version, ...body } = form
    const name = nameThere(approval)
    const platform = publication.platform as Parameters<typeof published>[1]['platform']
    const deed = { id: name, at: publication.at, by: publication.by }
    const out = published(body, { platform, url: publication.url }, deed)
    const gone = { id: `${name}:down`, at: publication.down ?? 0, by: SELF }
    const up = out.publications.find((post) => isThis(post, approval) && post.down === null)
    const next = publication.down === undefined || !up ? out : takenDown(out, up.id, gone)
    if (next === body) return
    const change = { at: ports.clock.now(), body: next }
    const done = await ports.store.register.update(number, version, change, actorOf(publication.by))
    if (done !== 'changed') return
  }
}
