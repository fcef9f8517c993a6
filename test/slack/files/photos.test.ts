import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Event } from '../../../src/bot/event.ts'
import { bytesOf } from '../../surfaces/fake-vision.ts'
import { readable } from '../block-kit.ts'
import { openSlack, type SlackRunning } from '../running.ts'
import type { Shelved } from './shelf.ts'

const NAME = 'lobby-with-face.jpg'
const PHOTO: Shelved = { name: NAME, mime: 'image/jpeg', bytes: bytesOf(NAME) }
const FROM = {} as Event

let running: SlackRunning
beforeEach(async () => {
  running = await openSlack()
  running.workspace.shelf.files.set('F1', PHOTO)
})
afterEach(() => running.close())

const file = { id: 'F1', name: NAME, mimetype: 'image/jpeg', size: 100 }
const seen = () => running.workspace.posted.map(readable).join('\n')
async function dm(more: object = {}): Promise<void> {
  await running.event({
    type: 'message',
    channel_type: 'im',
    user: 'Udesk',
    channel: 'DUdesk',
    text: '',
    ts: '1.0',
    subtype: 'file_share',
    files: [file],
    ...more,
  })
  await running.settled()
}
const read = (over: Partial<Shelved> = {}, maxBytes = 1000) => {
  running.workspace.shelf.files.set('F1', { ...PHOTO, ...over })
  return running.ports.files.read({ id: 'F1', mime: 'image/jpeg', bytes: 1 }, FROM, { maxBytes })
}

describe('a photo that somebody sent', () => {
  it('is fetched with the bot’s token from where Slack keeps files', async () => {
    expect(Buffer.from(await read())).toEqual(Buffer.from(PHOTO.bytes))
    expect(running.workspace.shelf.downloads).toEqual([{ id: 'F1', authorization: 'Bearer xoxb-test' }])
  })

  it.each<[string, Partial<Shelved>, string]>([
    ['lies elsewhere', { url: 'https://evil.example/files-pri/F1' }, 'file_refused'],
    [
      'lies on a host that only looks like Slack’s',
      { url: 'https://files.slack.com.evil.example/F1' },
      'file_refused',
    ],
    ['lies on Slack’s host at another door', { url: 'https://files.slack.com:8443/F1' }, 'file_refused'],
    ['is said to be too large', { size: 5000 }, 'file_refused'],
    ['is no picture', { mime: 'application/pdf' }, 'file_refused'],
    ['has been taken away', { mode: 'tombstone' }, 'file_unreachable'],
    ['sends us elsewhere', { as: 'redirect' }, 'file_refused'],
    ['is a page to sign in', { as: 'login' }, 'file_refused'],
    [
      'is a page to sign in that calls itself a picture',
      { bytes: Buffer.from('<!DOCTYPE html><title>x') },
      'file_refused',
    ],
    ['never ends', { as: 'endless' }, 'file_refused'],
    ['is larger than Slack says', { bytes: new Uint8Array(2000), size: 10 }, 'file_refused'],
    ['is not there', { as: 'missing' }, 'file_unreachable'],
  ])('that %s is not taken', async (_what, over, code) => {
    await expect(read(over)).rejects.toMatchObject({ code })
  })

  it('outside Slack’s hosts never sees the token', async () => {
    await read({ url: 'https://evil.example/F1' }).catch(() => {})
    await read({ size: 5000 }).catch(() => {})
    expect(running.workspace.shelf.downloads).toEqual([])
  })

  it('of which Slack knows nothing is refused, and an outage is none of its fault', async () => {
    running.workspace.shelf.files.clear()
    const gone = running.ports.files.read({ id: 'F9', mime: 'image/jpeg', bytes: 1 }, FROM, { maxBytes: 10 })
    await expect(gone).rejects.toMatchObject({ code: 'file_refused' })
  })
})

describe('the picture with its boxes', () => {
  it('goes into the conversation with whoever asked, and its words into the answer', async () => {
    await dm()
    const [put, ...more] = running.workspace.shelf.uploaded
    expect(more).toEqual([])
    expect(put).toMatchObject({ channel: 'DUdesk', name: 'photo-with-boxes.png' })
    expect(put?.alt).toContain('1, upper left: possibly a face')
    expect(put?.bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(seen()).toContain('The picture is above, in our direct messages.')
  })

  it('goes into the thread in which somebody asked', async () => {
    await dm({ thread_ts: '7.0' })
    expect(running.workspace.shelf.uploaded[0]).toMatchObject({ channel: 'DUdesk', thread: '7.0' })
  })

  it('never goes into a channel: a mention with a photo is answered in private, the picture in direct messages', async () => {
    running.workspace.joined.add('Cfront')
    await running.event({
      type: 'app_mention',
      user: 'Udesk',
      channel: 'Cfront',
      text: '<@UCHAPERONE> ok?',
      ts: '2.0',
      files: [file],
    })
    await running.settled()
    expect(running.workspace.shelf.uploaded.map(({ channel }) => channel)).toEqual(['DUdesk'])
    expect(running.workspace.posted.filter(({ how }) => how === 'message')).toEqual([])
    expect(seen()).toContain('Others read along here')
  })

  it('of a message that somebody marked for checking goes to whoever marked it', async () => {
    await running.interact({
      type: 'message_action',
      callback_id: 'check_message',
      user: { id: 'Unurse' },
      trigger_id: running.workspace.trigger('Unurse'),
      channel: { id: 'Cfront' },
      message: { type: 'message', user: 'Udesk', text: '', ts: '3.0', files: [file] },
      response_url: running.workspace.responseUrl('Cfront', 'Unurse'),
    })
    await running.settled()
    expect(running.workspace.shelf.uploaded.map(({ channel }) => channel)).toEqual(['DUnurse'])
    expect(running.workspace.posted.every(({ how, user }) => how === 'response' && user === 'Unurse')).toBe(
      true,
    )
  })

  it.each(['files.getUploadURLExternal', 'files.completeUploadExternal', 'conversations.open'])(
    'that cannot be put there (%s) is replaced by its words',
    async (method) => {
      running.workspace.fail(method, { error: 'missing_scope' }, { error: 'missing_scope' })
      await dm()
      expect(seen()).toContain('I could not put the picture here; the words below say where to look.')
      expect(seen()).toContain('1, upper left: possibly a face')
    },
  )

  it('is covered on request with the bytes fetched once more', async () => {
    await dm()
    const button = running.replies
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
      .find(({ label }) => label === 'Cover the faces')
    await running.interact({
      type: 'block_actions',
      user: { id: 'Udesk' },
      trigger_id: running.workspace.trigger('Udesk'),
      channel: { id: 'DUdesk' },
      message: { ts: '1.0' },
      actions: [{ action_id: `${button?.action}|1`, value: button?.value, action_ts: '5.0' }],
    })
    await running.settled()
    expect(running.workspace.shelf.downloads).toHaveLength(2)
    expect(running.workspace.shelf.uploaded.map(({ name }) => name)).toEqual([
      'photo-with-boxes.png',
      'photo-1.jpg',
    ])
  })
})

describe('whoever waits for a photo', () => {
  it.each([
    ['hears after two seconds that it is being looked at', [file], 1],
    ['hears nothing of the kind about words', undefined, 0],
  ])('%s', async (_what, files, times) => {
    let finish = () => {}
    const held = new Promise<void>((resolve) => {
      finish = resolve
    })
    const waits: number[] = []
    const slow = await openSlack(
      {},
      (handle) => async (event, platform) => {
        await held
        return handle(event, platform)
      },
      async (ms) => void waits.push(ms),
    )
    slow.workspace.shelf.files.set('F1', PHOTO)
    const more = files ? { files, subtype: 'file_share' } : {}
    await slow.event({
      type: 'message',
      channel_type: 'im',
      user: 'Udesk',
      channel: 'DUdesk',
      text: 'Our lobby',
      ts: '1.0',
      ...more,
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const early = slow.workspace.posted.filter((one) => readable(one).includes('I am looking at your photo'))
    expect([early.length, waits.includes(2000)]).toEqual([times, times > 0])
    finish()
    await slow.settled()
    expect(slow.workspace.posted.length).toBeGreaterThan(times)
    await slow.close()
  })
})
