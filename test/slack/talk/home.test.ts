import type { KnownBlock } from '@slack/types'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readable } from '../block-kit.ts'
import { openSlack, type SlackRunning } from '../running.ts'
import { buttonIn, pressInView } from './presses.ts'

/** The app's home tab, and what happens to somebody who presses there. */
let slack: SlackRunning
beforeEach(async () => {
  slack = await openSlack()
})
afterEach(async () => {
  expect(slack.workspace.mistakes).toEqual([])
  await slack.close()
})

async function opened(user = 'Udesk'): Promise<KnownBlock[]> {
  await slack.event({ type: 'app_home_opened', user, channel: `D${user}`, tab: 'home' })
  await slack.settled()
  return (slack.workspace.homes.get(user)?.blocks ?? []) as KnownBlock[]
}
async function press(label: string, blocks: KnownBlock[], view: 'home' | 'modal' = 'home') {
  const button = buttonIn(blocks, label)
  await slack.interact(pressInView('Udesk', view, slack.workspace.trigger('Udesk'), button))
  await slack.settled()
}

it('is one page: a form to open, a way out, what was checked, and no word of it', async () => {
  await slack.command('/check', 'reply: Thank you, Sarah, for coming in on Tuesday!')
  await slack.settled()
  const words = readable(await opened())
  expect(words).toContain('a reply to a review · Do not post this')
  expect(words).toContain('Did something go out by accident?')
  expect(words).toContain('My answers arrive under Messages')
  for (const secret of ['Sarah', 'Tuesday', 'coming in on']) expect(words).not.toContain(secret)
})

it('shows nobody what a colleague checked, nor the numbers of the day to staff', async () => {
  await slack.command('/check', 'reply: Thank you, Sarah!')
  await slack.settled()
  const words = readable(await opened('Unurse'))
  expect(words).toContain('None in the last seven days')
  expect(words).not.toContain('Today at the practice')
})

it('opens the form with one press, with the form’s own words above it and nothing of the page', async () => {
  await press('Open the form', await opened())
  expect(slack.workspace.modals).toHaveLength(1)
  const words = readable(slack.workspace.modals[0]?.view)
  expect(words).toContain('What are you answering?')
  expect(words).not.toContain('Your last checks')
  expect(words).not.toContain('by accident')
})

it.each(['Something went out by accident', 'How this works'])(
  'answers where somebody looks who pressed: %s',
  async (label) => {
    await press(label, await opened())
    expect(slack.workspace.posted).toEqual([])
    expect(slack.workspace.modals).toHaveLength(1)
    expect(readable(slack.workspace.modals[0]?.view).length).toBeGreaterThan(100)
  },
)

it('leads from what it shows to the form, which lies over it', async () => {
  await press('How this works', await opened())
  await press('Check a post', slack.workspace.modals[0]?.view.blocks as KnownBlock[], 'modal')
  expect(slack.workspace.calls.map(({ method }) => method)).toContain('views.push')
  expect(slack.workspace.modals[1]?.view.callback_id).toBe('check/draft')
})

describe('when Slack will not open anything', () => {
  it('the answer comes as a message', async () => {
    const blocks = await opened()
    slack.workspace.fail('views.open', { error: 'expired_trigger_id' })
    await press('Something went out by accident', blocks)
    expect(slack.workspace.posted).toMatchObject([{ how: 'message', channel: 'DUdesk' }])
  })

  it('and a page that cannot be drawn is a line in the log, and nothing else breaks', async () => {
    slack.workspace.fail('views.publish', { error: 'invalid_arguments' })
    await slack.event({ type: 'app_home_opened', user: 'Udesk', channel: 'DUdesk', tab: 'home' }, 'EvHome')
    await slack.settled()
    expect(slack.ports.logged()).toContain('delivery_failed')
    expect(readable(await opened())).toContain('What are you about to post?')
  })
})
