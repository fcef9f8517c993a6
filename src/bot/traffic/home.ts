import { z } from 'zod'
import { codeOf } from '../errors.ts'
import { Block, type BlockDraft } from '../reply.ts'
import { may } from '../roles.ts'
import type { Skill, SkillContext } from '../skill.ts'

/** A skill that has more than this to say has a page of its own for it. */
const MOST_BLOCKS = 20
const Part = z.array(Block).max(MOST_BLOCKS)

/**
 * What every skill but `mine` has for somebody's home view, in the order in which they are registered. A skill that
 * breaks costs its own part and a line that says so, and nobody the page.
 */
export async function homeParts(
  mine: Skill,
  skills: readonly Skill[],
  context: SkillContext,
): Promise<readonly BlockDraft[]> {
  const { ports, roles, event } = context
  const asked = skills.filter((skill) => skill !== mine && may(roles, skill.needs))
  const parts = await Promise.all(
    asked.map(async (skill): Promise<readonly BlockDraft[]> => {
      try {
        return Part.parse((await skill.home?.(context)) ?? [])
      } catch (error) {
        const code = codeOf(error, 'skill_failed')
        ports.log.error('event failed', { event: event.id, skill: skill.name, code })
        return [{ type: 'note', text: MISSING }]
      }
    }),
  )
  return parts.flat()
}

const MISSING =
  'Something that belongs here could not be read just now. Open this page again in a moment; if it stays so, tell ' +
  'whoever runs Chaperone.'
