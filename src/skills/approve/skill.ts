import type { ReplyDraft } from '../../bot/reply.ts'
import type { Intent, Skill, SkillContext } from '../../bot/skill.ts'
import type { Engine } from '../../rules/verdict.ts'
import { press } from './acts.ts'
import { answered, ask, line, meOf } from './ask.ts'
import type { Around } from './bind.ts'
import { SHOW } from './copy.ts'
import { byOf, find, maySee, sightOf } from './desk.ts'
import { attention } from './overview/attention.ts'
import { homeOf, showList } from './overview/list.ts'
import { showApproval } from './show.ts'
import { lookAfter } from './tick.ts'

const NUMBER = /^apr-\d{4}-\d{4,9}$/i

export function createApprove(engine: Engine): Skill {
  const aroundOf = ({ ports, practice }: Omit<SkillContext, 'event'>): Around => ({ ports, practice, engine })

  async function show(number: string, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const around = aroundOf(context)
    const me = meOf(context)
    const found = await find(number, around)
    const by = found && byOf(me, found, context.practice)
    // The same words for a number that is not there: whether it is says something.
    if (!found || !by || !maySee(by, found)) return [line(SHOW.notYours)]
    // Now it is looked at, and the trail says so.
    const seen = (await find(number, around, me)) ?? found
    return [showApproval(await sightOf(seen, around), by, context.practice)]
  }

  async function command(intent: Intent, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const words = intent.text.trim()
    if (NUMBER.test(words)) return show(words, context)
    if (/^(?:list|mine|open|all)$/i.test(words)) return [await showList(context, aroundOf(context))]
    return ask(intent, context, aroundOf(context))
  }

  return {
    name: 'approve',
    about: 'Gets a second pair of eyes before something goes out, and keeps track of it until it is online.',
    needs: 'staff',
    intents: ['ask', 'draft', 'last', 'send', 'list', 'show', 'act', 'did', 'tick'],
    async run(intent, context) {
      const around = aroundOf(context)
      switch (intent.name) {
        case 'tick':
          if (context.event.body.type === 'tick') await lookAfter(around)
          return []
        case 'draft':
          return command(intent, context)
        case 'send':
          return answered(intent, context, around)
        case 'list':
          return [await showList(context, around)]
        case 'show':
          return show(intent.text, context)
        case 'act':
        case 'did':
          return press(intent, context, around)
        default:
          return ask(intent, context, around)
      }
    },
    attention: (context) => attention(aroundOf(context)),
    home: (context) => homeOf(context, aroundOf(context)),
  }
}
