import { type Model, NO_MODEL } from '../../bot/model/model.ts'
import { factsOf } from '../../bot/practice.ts'
import type { ReplyDraft } from '../../bot/reply.ts'
import type { Skill, SkillContext } from '../../bot/skill.ts'
import { answerQuestion } from '../../knowledge/answer/answer.ts'
import type { ReadingRoom } from '../../knowledge/reading-room.ts'
import type { Engine } from '../../rules/verdict.ts'
import { LINES, person } from './copy.ts'
import { line, showAnswer, welcome } from './show.ts'
import { goesOn, lastAsked, remember } from './thread.ts'
import { beside, written } from './written/written.ts'

/** UTF-16 units of a question. */
const LONGEST = 2000

export function createAsk(room: ReadingRoom, engine: Engine, model: Model = NO_MODEL): Skill {
  async function question(text: string, context: SkillContext): Promise<ReplyDraft> {
    const { event, ports } = context
    const { dialogs } = ports.store
    if (text.trim() === '') return welcome()
    if (text.length > LONGEST) return line(LINES.longer)
    const before = goesOn(text) ? await lastAsked(dialogs, event) : undefined
    const found = answerQuestion(room, text, before?.question)
    const article = found.answer.answered ? found.hits[0]?.article.id : undefined
    // "And on TikTok? And for minors?" goes on from the question that had a subject.
    const asked = before ? `${before.question} ${text}` : text
    await remember(dialogs, event, { question: asked, article })
    if (!found.answer.answered) await note('unanswered', asked, [], context)
    const told = await written(model, found, asked, { room, engine, practice: context.practice })
    return beside(showAnswer({ ...found, answer: told.answer }), told.note)
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

  return {
    name: 'ask',
    about: 'Answers questions about patient privacy and posting from reviewed articles, with their sources.',
    needs: 'staff',
    intents: ['open', 'question', 'helpful', 'not-helpful', 'person'],
    async run(intent, context) {
      switch (intent.name) {
        case 'question':
          return [await question(intent.text, context)]
        case 'helpful':
          return [line(LINES.helpful)]
        case 'not-helpful':
          return [await notHelpful(context)]
        case 'person':
          return [line(person(officers(context)))]
        default:
          return [welcome()]
      }
    },
  }
}

function officers({ practice }: SkillContext): string[] {
  return practice.roster.filter(({ role }) => role.includes('privacy officer')).map(({ name }) => name)
}
