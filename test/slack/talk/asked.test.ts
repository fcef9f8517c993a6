import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PROMPTS } from '../../../src/adapters/slack/copy.ts'
import { readable } from '../block-kit.ts'
import { openSlack, type SlackRunning } from '../running.ts'

/** What people really type, paste and fill in on Slack, and what they get. */
let slack: SlackRunning
beforeEach(async () => {
  slack = await openSlack()
})
afterEach(async () => {
  expect(slack.workspace.mistakes).toEqual([])
  await slack.close()
})

let count = 0
async function says(text: string, more: object = {}): Promise<string> {
  const before = slack.workspace.posted.length
  const ts = `${++count}.0`
  const event = { type: 'message', channel_type: 'im', user: 'Udesk', channel: 'DUdesk', text, ts, ...more }
  await slack.event(event)
  await slack.settled()
  return slack.workspace.posted
    .slice(before)
    .map(({ blocks }) => readable(blocks))
    .join('\n')
}
async function types(command: string, text: string): Promise<string> {
  await slack.command(command, text)
  await slack.settled()
  return readable(slack.workspace.posted)
}
async function fills(values: Record<string, object>): Promise<string> {
  await slack.interact({
    type: 'view_submission',
    user: { id: 'Udesk' },
    view: {
      id: `V${++count}`,
      hash: 'h',
      callback_id: 'check/draft',
      private_metadata: JSON.stringify({ user: 'Udesk', channel: 'DUdesk', direct: true }),
      state: {
        values: Object.fromEntries(Object.entries(values).map(([name, field]) => [name, { field }])),
      },
    },
  })
  await slack.settled()
  return readable(slack.workspace.posted)
}
const typed = (value: string) => ({ type: 'plain_text_input', value })
const chosen = (value: string) => ({ type: 'static_select', selected_option: { value } })

describe('every prompt over the first message leads where it says', () => {
  const LEADS: Record<string, string> = {
    'Check a post before it goes out': 'Open the form',
    'May I repost this?': 'signed authorization',
    'Something went out by accident': 'is it still up?',
    'How does this work?': 'How I can help',
  }
  it.each(PROMPTS)('$title', async ({ title, message }) => {
    const seen = await says(message, { thread_ts: '1.0' })
    expect(seen).toContain(LEADS[title])
    expect(seen).not.toContain('Nothing found')
    expect(slack.workspace.posted).toHaveLength(1)
  })
})

describe('every command is answered in words', () => {
  it.each([
    ['/check', 'help', 'How I can help'],
    ['/check', 'how does this work?', 'How I can help'],
    ['/ask', 'can I repost a patient’s story?', 'repost'],
    ['/incident', '', 'up'],
    ['/incident', 'I posted a photo', 'up'],
    ['/digest', '', 'That is for managers'],
    ['/something-else', 'x', 'I do not know that one'],
  ])('%s %s', async (command, text, line) => {
    expect(await types(command, text)).toContain(line)
  })
})

describe('the form', () => {
  it('works out what it is where nobody says, and says what it took it for', async () => {
    const words = await fills({
      text: typed('Thank you, Sarah, for coming in on Tuesday!'),
      kind: chosen('auto'),
      platform: chosen('auto'),
      account: chosen('practice'),
      replying_to: { type: 'plain_text_input', value: null },
    })
    expect(words).toContain('Do not post this')
    expect(words).toContain('I took this for a reply to a review')
  })

  it('reads the review that is being answered', async () => {
    const words = await fills({
      text: typed('Sorry about the wait!'),
      kind: chosen('review_reply'),
      replying_to: typed('I waited an hour for my root canal with Dr. Rivera.'),
    })
    expect(words).toContain('Read as a reply to a review')
    expect(words).toContain('This apology admits that the reader was here')
  })

  it('says before anybody pastes how much it takes, and where longer words go', async () => {
    await slack.command('/check', '')
    await slack.settled()
    expect(readable(slack.workspace.modals)).toContain('Up to 3,000 characters')
  })
})

describe('a message', () => {
  it('of more than 3,000 characters is read to its end, and its worst place is shown', async () => {
    const words = await says(
      `${'Our lobby is open and the coffee is warm. '.repeat(110)}Thank you, Sarah Kowalski!`,
    )
    expect(words).toContain('Sarah')
    expect(words).not.toContain('Nothing found')
  })

  it('of 12,000 characters is read in full too', async () => {
    const words = await says(
      `${'Our lobby is open and the coffee is warm. '.repeat(290)}Her SSN is 219-09-9999.`,
    )
    expect(words).toContain('Do not post this')
    expect(words).toContain('219-09-9999')
  })

  it.each([':tada: :heart::heart:', ':thumbsup::skin-tone-3:', '🎉 ❤️'])(
    'of nothing but emoji is not judged: %s',
    async (text) => {
      expect(await says(text)).toMatch(/I see no words here|I did not get that/)
    },
  )

  it('with emoji is the same to the rules as it is in a post', async () => {
    const words = await says('reply: Thank you for the kind words! :tada:')
    expect(words).toContain('Nothing found')
    expect(words).toContain('🎉')
    expect(words).not.toContain(':tada:')
  })

  it('with links keeps their addresses', async () => {
    const words = await says(
      'Our new hours are up: <https://maplesmiles.example/hours>. Call <tel:3035550147|303-555-0147>!',
    )
    expect(words).toContain('https://maplesmiles.example/hours')
    expect(words).toContain('303-555-0147')
  })

  it('that is only a link is asked for its words', async () => {
    expect(await says('<https://www.instagram.com/p/C0ffee/>')).toContain('I cannot open links')
    expect(
      await says('can I repost this? <https://www.instagram.com/p/C0ffee/|instagram.com/p/C0ffee>'),
    ).toContain('I cannot open links')
  })
})

describe('“can I repost this?”', () => {
  const THEIRS = 'I love my new smile, thank you Dr. Rivera! My veneers look amazing.'
  it.each<[string, object, object]>([
    ['behind a text', {}, {}],
    ['in the thread of the text', { thread_ts: '900.0' }, { thread_ts: '900.0' }],
    ['in a thread, behind a text outside of it', {}, { thread_ts: '900.0' }],
  ])('%s is about that text', async (_where, first, second) => {
    await says(THEIRS, first)
    const words = await says('Can I repost this?', second)
    expect(words).toContain('Only with a signed authorization')
    expect(words).toContain('My veneers')
  })

  it.each<[string, object, object]>([
    ['of another thread', { thread_ts: '900.0' }, { thread_ts: '901.0' }],
    ['of a thread, from outside', { thread_ts: '900.0' }, {}],
    ['of somebody else', {}, { user: 'Unurse', channel: 'DUnurse' }],
  ])('is not about a text %s', async (_whose, first, second) => {
    await says(THEIRS, first)
    const words = await says('Can I repost this?', second)
    expect(words).not.toContain('veneers')
    expect(words).not.toContain('repost of somebody')
  })

  it('is a question like any other an hour later', async () => {
    await says(THEIRS)
    slack.ports.wait(61 * 60_000)
    expect(await says('Can I repost this?')).not.toContain('repost of somebody')
  })
})
