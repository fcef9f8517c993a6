import { type Model, NO_MODEL } from '../../bot/model/model.ts'
import { factsOf } from '../../bot/practice.ts'
import type { ReplyDraft } from '../../bot/reply.ts'
import type { Skill, SkillContext } from '../../bot/skill.ts'
import { askedBetween } from '../../bot/tally/asked.ts'
import { answerQuestion } from '../../knowledge/answer/answer.ts'
import type { ReadingRoom } from '../../knowledge/reading-room.ts'
import type { Engine } from '../../rules/verdict.ts'
import { LINES, OVERVIEW, OVERVIEW_DAYS, person } from './copy.ts'
import { asksWhatIsAsked, managersToo, showOverview } from './overview.ts'
import { line, showAnswer, welcome } from './show.ts'
import { goesOn, lastAsked, remember } from './thread.ts'
import { beside, written } from './written/written.ts'

/** UTF-16 units of a question. */
const LONGEST = 2000
/** Confidence from which words that were taken for a draft are answered as well. */
const MEANT = 0.75
const DAY_MS = 24 * 60 * 60 * 1000

export function createAsk(room: ReadingRoom, engine: Engine, model: Model = NO_MODEL): Skill {
  async function question(text: string, context: SkillContext): Promise<ReplyDraft> {
    const { event, ports, roles } = context
    const { dialogs } = ports.store
    if (text.trim() === '') return welcome(roles.has('manager') ? managersToo() : [])
    if (roles.has('manager') && asksWhatIsAsked(text)) return overview(context)
    if (text.length > LONGEST) return line(LINES.longer)
    const before = goesOn(text) ? await lastAsked(dialogs, event) : undefined
    const found = answerQuestion(room, text, before?.question)
    const article = found.answer.answered ? found.hits[0]?.article.id : undefined
    // "And on TikTok? And for minors?" goes on from the question that had a subject.
    const asked = before ? `${before.question} ${text}` : text
    await remember(dialogs, event, { question: asked, article })
    // Who asks because somebody is in danger is no statistic.
    if (found.urgent) return showAnswer(found)
    if (article) await count(article, context)
    // What belongs to somebody else's subject (pay, health, a quarrel) is nobody's list of articles to write.
    else if (!found.outside) await note('unanswered', asked, [], context)
    const desk = { room, engine, practice: context.practice }
    const told = await written(model, found, asked, desk, context.grow)
    return beside(showAnswer({ ...found, answer: told.answer }, told.worded), told)
  }

  /** For words that were checked as a draft and may have been a question: an answer, or nothing. */
  async function maybe(text: string, context: SkillContext): Promise<ReplyDraft[]> {
    const { answer, hits, urgent } = answerQuestion(room, text)
    if (!urgent && (!answer.answered || (hits[0]?.confidence ?? 0) < MEANT)) return []
    return [await question(text, context)]
  }

  async function notHelpful(context: SkillContext): Promise<ReplyDraft> {
    const asked = await lastAsked(context.ports.store.dialogs, context.event)
    if (!asked) return line(LINES.gone)
    await note('not_helpful', asked.question, asked.article ? [asked.article] : [], context)
    return line(LINES.notHelpful)
  }

  /** Names and numbers are taken out before anything is written down. */
  async function note(
    sort: 'unanswered' | 'not_helpful',
    asked: string,
    articles: readonly string[],
    { event, ports, practice }: SkillContext,
  ): Promise<void> {
    await ports.store.remarks.add({
      id: ports.ids.next(),
      at: ports.clock.now(),
      surface: event.surface,
      person: event.person.id,
      sort,
      draftHash: ports.hasher.hash(asked),
      verdict: 'none',
      platform: null,
      rules: articles,
      example: engine.mask(asked, factsOf(practice)).slice(0, LONGEST),
      reason: '',
    })
  }

  /** That somebody asked for an article: not who, and no word of it. */
  async function count(article: string, { event, ports }: SkillContext): Promise<void> {
    await ports.store.remarks.add({
      id: ports.ids.next(),
      at: ports.clock.now(),
      surface: event.surface,
      person: '',
      sort: 'asked',
      draftHash: '',
      verdict: 'none',
      platform: null,
      rules: [article],
      example: '',
      reason: '',
    })
  }

  async function overview({ ports, roles }: SkillContext): Promise<ReplyDraft> {
    if (!roles.has('manager')) return line(OVERVIEW.notYours)
    const now = ports.clock.now()
    const report = await askedBetween(ports.store.remarks, now - OVERVIEW_DAYS * DAY_MS, now + 1)
    const titles = new Map(room.articles.map(({ id, title }) => [id, title]))
    return showOverview(report, (id) => titles.get(id) ?? id)
  }

  return {
    name: 'ask',
    about: 'Answers questions about patient privacy and posting from reviewed articles, with their sources.',
    needs: 'staff',
    intents: ['open', 'question', 'helpful', 'not-helpful', 'person', 'asked', 'maybe'],
    async run(intent, context) {
      switch (intent.name) {
        case 'question':
          return [await question(intent.text, context)]
        case 'maybe':
          return await maybe(intent.text, context)
        case 'asked':
          return [await overview(context)]
        case 'helpful':
          return [line(LINES.helpful)]
        case 'not-helpful':
          return [await notHelpful(context)]
        case 'person':
          return [line(person(officers(context)))]
        default:
          return [welcome(context.roles.has('manager') ? managersToo() : [])]
      }
    },
  }
}

function officers({ practice }: SkillContext): string[] {
  return practice.roster.filter(({ role }) => role.includes('privacy officer')).map(({ name }) => name)
}
