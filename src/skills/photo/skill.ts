import { factsOf } from '../../bot/practice.ts'
import { dayOf } from '../../bot/records/authorization.ts'
import { lookUp, withForm } from '../../bot/records/signed.ts'
import type { ReplyDraft } from '../../bot/reply.ts'
import type { Intent, Skill, SkillContext } from '../../bot/skill.ts'
import type { LexiconSource } from '../../rules/reading/lexicon.ts'
import type { Engine, Result } from '../../rules/verdict.ts'
import { ACCOUNTS, KINDS, PLATFORMS } from '../../rules/vocabulary.ts'
import type { Judging } from './assess.ts'
import { answerTo } from './compose.ts'
import type { Cover } from './copies.ts'
import { MOST_PHOTOS, NO_PICTURES, notPictures, OPEN, tooMany } from './copy/says.ts'
import { type Case, keep, kept } from './kept.ts'
import { DRAWN_MS, isPicture, lookAt } from './look.ts'
import { ALL_COVERS, answered, copied } from './reply-to.ts'
import { outlineUntil, textReply, worstOf } from './show.ts'
import { endedAmong, underForm } from './signed.ts'
import { type People, readPeople } from './text/people.ts'

const HOUR_MS = 60 * 60 * 1000
/** UTF-16 units, as the check has it. */
const LONGEST = 100_000

const COPIES: Readonly<Record<string, readonly Cover[]>> = {
  clean: [],
  faces: ['faces'],
  people: ['people', 'faces'],
  screens: ['screens'],
  text: ['text'],
  everything: ALL_COVERS,
}

export function createPhoto(engine: Engine, lexicon: LexiconSource): Skill {
  let people: ((facts: ReturnType<typeof factsOf>) => People) | undefined

  async function check(intent: Intent, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const { event, ports, practice } = context
    const given = 'files' in event.body ? (event.body.files ?? []) : []
    const pictures = given.filter(isPicture)
    if (given.length === 0) return [textReply(OPEN.text)]
    if (pictures.length === 0) return [textReply(NO_PICTURES)]
    const until = ports.clock.now() + DRAWN_MS
    const facts = factsOf(practice)
    people ??= readPeople(lexicon)
    const today = dayOf(ports.clock.now(), practice.timeZone)
    const register = endedAmong(ports.store.register, ports.vision, today)
    const judging: Judging = { engine, people: people(facts), facts, register }
    const seen = await lookAt(pictures.slice(0, MOST_PHOTOS), judging, context)

    const said = wordsOf(intent, engine, facts)
    const { photos, words, signed } = await withForms({ photos: seen, words: said }, intent, context)
    const verdict = worstOf([
      ...photos.map(({ assessment }) => assessment.verdict),
      ...(words ? [words.result.verdict] : []),
      // What is left of an album, or cannot be opened, nobody has looked at.
      ...(pictures.length > MOST_PHOTOS || pictures.length < given.length ? ['unchecked' as const] : []),
    ])
    const id = ports.ids.next()
    const one: Case = {
      photos: photos.map(({ file, assessment }) => kept(file, assessment)),
      ...(words ? { words: words.result.verdict } : {}),
      answers: {},
    }
    await keep(ports.store.dialogs, event.person.id, id, one)
    if (words) await keepWords(words.draft, photos, id, context)
    await ports.store.record({
      id,
      at: ports.clock.now(),
      surface: event.surface,
      person: event.person.id,
      draftHash: ports.hasher.hash(hashed(photos, intent.text)),
      verdict,
      kind: words?.result.kind ?? 'photo',
      platform: words?.result.platform ?? null,
      rules: [
        ...new Set([
          ...photos.flatMap(({ assessment }) => assessment.findings.map(({ rule }) => rule)),
          ...(words?.result.findings ?? []).map(({ rule }) => rule),
        ]),
      ],
    })
    const notes = [
      ...(pictures.length > MOST_PHOTOS ? [tooMany(pictures.length - MOST_PHOTOS)] : []),
      ...(pictures.length < given.length ? [notPictures(given.length - pictures.length)] : []),
      ...signed,
    ]
    return answerTo(outlineUntil(ports, until), { id, verdict, photos, words, notes }, one)
  }

  return {
    name: 'photo',
    about:
      'Looks at a photo or a short video before it goes out: faces, people, screens, names, hidden data.',
    needs: 'staff',
    intents: ['open', 'check', 'answer', ...Object.keys(COPIES)],
    async run(intent, context) {
      const covers = Object.hasOwn(COPIES, intent.name) ? COPIES[intent.name] : undefined
      if (covers) return copied(intent, covers, context)
      if (intent.name === 'answer') return answered(intent, context)
      return check(intent, context)
    },
  }
}

interface Words {
  text: string
  draft: Parameters<Engine['check']>[0]
  result: Result
}

type Photos = Awaited<ReturnType<typeof lookAt>>

/** What the signed forms change whose codes came along; of the words, the same forms decide. */
async function withForms(
  { photos, words }: { photos: Photos; words: Words | undefined },
  { values }: Intent,
  context: SkillContext,
): Promise<{ photos: Photos; words: Words | undefined; signed: readonly string[] }> {
  const codes = typeof values.authorization === 'string' ? values.authorization.trim() : ''
  if (codes === '') return { photos, words, signed: [] }
  const forms = await lookUp(codes, context)
  const platform = words?.result.platform ?? PLATFORMS.find((one) => one === values.platform) ?? null
  const each = photos.map((photo) => ({
    photo,
    under: underForm(photo.assessment, forms, { vision: context.ports.vision, platform }),
  }))
  const told = words && withForm(words.result, words.draft, forms)
  const signed = each.flatMap(({ under }) => under.notes)
  return {
    photos: each.map(({ photo, under }) => ({ ...photo, assessment: under.assessment })),
    words: words && told ? { ...words, result: told } : words,
    signed: [...new Set([...signed, ...(told?.notes.slice(words?.result.notes.length) ?? [])])],
  }
}

/** The caption, if any: read by the same rules, and never instead of the picture. */
function wordsOf(
  { text, values }: Intent,
  engine: Engine,
  facts: ReturnType<typeof factsOf>,
): Words | undefined {
  const words = text.slice(0, LONGEST)
  if (!/[\p{L}\p{N}]/u.test(words)) return undefined
  const context =
    typeof values.replying_to === 'string' && values.replying_to.trim() ? values.replying_to : undefined
  const draft = {
    text: words,
    kind: KINDS.find((one) => one === values.kind),
    platform: PLATFORMS.find((one) => one === values.platform),
    account: ACCOUNTS.find((one) => one === values.account),
    context,
  }
  return { text: words, draft, result: engine.check(draft, facts) }
}

/** Where the check keeps its drafts, so that its buttons lead on from here: skills share through the store. */
async function keepWords(
  draft: Words['draft'],
  shown: Photos,
  id: string,
  { event, ports }: SkillContext,
): Promise<void> {
  const { text, kind, platform, account, context } = draft
  // A go-ahead is for these pictures and no others.
  const photos = shown.flatMap(({ assessment: { looked } }) => (looked ? [looked.fingerprint] : []))
  const values = { text, kind, platform, account, replying_to: context, picture: true, photos }
  const present = Object.entries(values).filter(([, value]) => value !== undefined)
  await ports.store.dialogs.set(`check:${event.person.id}:${id}`, Object.fromEntries(present), HOUR_MS)
}

/** The same picture with the same words is the same draft. */
function hashed(photos: Photos, text: string): string {
  const prints = photos.map(({ file, assessment }) => assessment.looked?.fingerprint.join() ?? file.id)
  return `photo:${prints.join('|')}:${text}`
}
