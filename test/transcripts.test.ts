import { describe, expect, it } from 'vitest'
import { array } from './surfaces/array.ts'
import { play } from './surfaces/play.ts'
import { slack } from './surfaces/slack.ts'
import { teams } from './surfaces/teams.ts'
import { terminal } from './surfaces/terminal.ts'
import { practiceOf, readTranscript, readTranscripts } from './surfaces/transcript.ts'
import { web } from './surfaces/web.ts'

/** Every chat platform is one line here. */
const SURFACES = [array, terminal, web, slack, teams]

describe.each(SURFACES)('on $name', (surface) => {
  // Where a surface has one person only, a second one cannot come by, and there is nobody to share with.
  const played = readTranscripts().filter(
    ({ steps }) =>
      (surface.people || new Set(steps.map(({ from }) => from)).size === 1) &&
      (surface.channels || steps.every(({ where }) => where === undefined)) &&
      (surface.photoForms !== false || steps.every(({ fills, attaches }) => !fills || !attaches)),
  )
  it.each(played)('$title', async (transcript) => {
    const running = await surface.open(practiceOf(transcript))
    try {
      await play(transcript, running)
    } finally {
      await running.close()
    }
  })
})

describe('a transcript with a mistake', () => {
  const step = 'steps: [{ says: hi, expect: {} }]'
  it.each([
    ['no title', step, 'title'],
    ['no steps', 'title: It shows something', 'steps'],
    ['a misspelt key', `title: It shows something\npractise: {}\n${step}`, 'practise'],
    ['an unknown verdict', 'title: It shows it\nsteps: [{ says: hi, expect: { verdict: safe } }]', 'verdict'],
    [
      'two actions in a step',
      'title: It shows it\nsteps: [{ says: hi, opens: true, expect: {} }]',
      'exactly one',
    ],
  ])('(%s) is refused with its file and place', (_name, source, place) => {
    expect(() => readTranscript('check/transcripts/x.yml', source)).toThrow(
      new RegExp(`src/skills/check/transcripts/x\\.yml[\\s\\S]*${place}`),
    )
  })
})
