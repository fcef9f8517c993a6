import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addressesOf } from '../../src/adapters/teams/files/addresses.ts'
import { createDownload } from '../../src/adapters/teams/files/download.ts'
import type { Reference } from '../../src/adapters/teams/origin.ts'
import { filesOf } from '../../src/adapters/teams/reading/files.ts'
import type { Event } from '../../src/bot/event.ts'
import { bytesOf } from '../surfaces/fake-vision.ts'
import { readable } from './cards.ts'
import { activity, inChannel, mention, openTeams, type TeamsRunning } from './running.ts'

const NAME = 'lobby-with-face.jpg'
let running: TeamsRunning
beforeEach(async () => {
  running = await openTeams()
  running.connector.files.set(NAME, { mime: 'image/jpeg', bytes: bytesOf(NAME) })
})
afterEach(() => running.close())

const address = (name = NAME) => `${running.connector.serviceUrl}/files/${name}`
const attachment = () => ({ contentType: 'image/*', contentUrl: address(), name: NAME })
async function post(more: object): Promise<void> {
  await running.post(activity(running.connector, 'desk', more))
  await running.settled()
}
const seen = () => readable(running.connector.said.map((one) => one.activity))
const offers = () =>
  running.connector.said.flatMap(({ activity }) =>
    ((activity.attachments ?? []) as { contentType: string; content: Record<string, unknown> }[]).filter(
      ({ contentType }) => contentType === 'application/vnd.microsoft.teams.card.file.consent',
    ),
  )

describe('a photo that somebody sent', () => {
  it('pasted into a chat is looked at, and its small picture stands in the card', async () => {
    await post({ text: '', attachments: [attachment()] })
    expect(seen()).toContain('Possibly a face')
    const card = JSON.stringify(running.connector.said.map((one) => one.activity))
    expect(card).toContain('"type":"Image","url":"data:image/png;base64,')
    expect(running.connector.downloads).toEqual([{ name: NAME, authorization: undefined }])
  })

  it('sent as a file is fetched from the address that came with it', async () => {
    const content = { downloadUrl: address(), uniqueId: 'one', fileType: 'jpg' }
    await post({
      attachments: [
        { contentType: 'application/vnd.microsoft.teams.file.download.info', name: NAME, content },
      ],
    })
    expect(seen()).toContain('Possibly a face')
  })

  it('of a channel is looked at in private, and offered to nobody there', async () => {
    const text = '<at>Chaperone</at> ok?'
    await post({ ...inChannel, text, entities: [mention], attachments: [attachment()] })
    const told = running.connector.said.filter(({ conversation }) => conversation.startsWith('19:'))
    expect(readable(told.map((one) => one.activity))).not.toContain('face')
    expect(seen()).toContain('Possibly a face')
  })

  it.each(['redirect', 'login', 'endless'] as const)(
    'whose address misbehaves (%s) is not taken',
    async (as) => {
      running.connector.files.set(NAME, { mime: 'image/jpeg', bytes: bytesOf(NAME), as })
      await post({ text: '', attachments: [attachment()] })
      expect(seen()).toContain('Not checked')
    },
  )

  it('that is gone is asked for again', async () => {
    running.connector.files.clear()
    await post({ text: '', attachments: [attachment()] })
    expect(seen()).toContain('Please send it once more')
  })
})

const FROM: Reference = {
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/amer/',
  bot: { id: '28:bot' },
  user: { id: '29:desk' },
  conversation: { id: 'a:desk' },
}

describe('our token', () => {
  it.each([
    ['https://smba.trafficmanager.net/amer/v3/attachments/1/views/original', true],
    ['https://europe.botframework.com/v3/attachments/1', true],
    ['https://maple.sharepoint.com/sites/x/1.jpg?tempauth=secret', false],
    ['https://us-api.asm.skype.com/v1/objects/1', false],
  ])('goes to %s: %s', (contentUrl, goes) => {
    const [sent] = filesOf([{ contentType: 'image/png', contentUrl }])
    expect(sent?.place).toEqual({ address: contentUrl, needsToken: goes })
  })

  it.each([
    'http://smba.trafficmanager.net/1',
    'https://smba.trafficmanager.net:444/1',
    'https://me@smba.trafficmanager.net/1',
    'https://smba.trafficmanager.net.evil.example/1',
    'https://evil.example/smba.trafficmanager.net',
    'http://127.0.0.1/1',
    'http://169.254.169.254/latest/meta-data',
  ])('and every request stay away from %s', (contentUrl) => {
    expect(filesOf([{ contentType: 'image/png', contentUrl }])).toEqual([])
  })

  it('is asked for only where it is needed, and of a file that nobody sent nothing is known', async () => {
    const asked: string[] = []
    const addresses = addressesOf(running.ports.clock)
    const bot = {
      token: async () => {
        asked.push('token')
        return 'out'
      },
    }
    const files = createDownload({ addresses, bot, local: true })
    const [sent] = filesOf([{ contentType: 'image/png', contentUrl: address() }], true)
    if (!sent) throw new Error('no file')
    addresses.keep('desk', FROM, [{ ...sent, place: { ...sent.place, needsToken: true } }])
    const from = { person: { id: 'desk' } } as Event
    await files.read(sent.file, from, { maxBytes: 1000 })
    expect([asked, running.connector.downloads]).toEqual([
      ['token'],
      [{ name: NAME, authorization: 'Bearer out' }],
    ])
    const stranger = { person: { id: 'stranger' } } as Event
    await expect(files.read(sent.file, stranger, { maxBytes: 1000 })).rejects.toMatchObject({
      code: 'file_unreachable',
    })
    await expect(files.read(sent.file, from, { maxBytes: 10 })).rejects.toMatchObject({
      code: 'file_refused',
    })
    running.ports.wait(61 * 60_000)
    await expect(files.read(sent.file, from, { maxBytes: 1000 })).rejects.toMatchObject({
      code: 'file_unreachable',
    })
  })
})

describe('a picture that no card holds', () => {
  const large = {
    bytes: new Uint8Array(40_000).fill(7),
    mime: 'image/jpeg' as const,
    width: 900,
    height: 700,
  }
  beforeEach(() => {
    running.ports.vision.outline = async () => large
  })
  const answer = (context: unknown, action: string, more: object = {}) => ({
    type: 'invoke',
    name: 'fileConsent/invoke',
    value: {
      type: 'fileUpload',
      action,
      context,
      uploadInfo: {
        uploadUrl: address('mine.jpg'),
        contentUrl: address('mine.jpg'),
        name: 'photo-with-boxes.jpg',
        uniqueId: 'u1',
        fileType: 'jpg',
        ...more,
      },
    },
  })

  it('is offered as a file, and goes into the own files of whoever takes it', async () => {
    await post({ text: '', attachments: [attachment()] })
    const [offer, ...more] = offers()
    expect(more).toEqual([])
    expect(offer?.content.sizeInBytes).toBe(40_000)
    expect(seen()).toContain('Press Accept below to see it')
    await post(answer(offer?.content.acceptContext, 'accept'))
    expect(running.connector.put).toEqual([
      { name: 'mine.jpg', bytes: Buffer.from(large.bytes), range: 'bytes 0-39999/40000' },
    ])
    expect(JSON.stringify(running.connector.said.at(-1))).toContain('card.file.info')
  })

  it('is gone once it was declined, and after ten minutes', async () => {
    await post({ text: '', attachments: [attachment()] })
    const context = offers()[0]?.content.acceptContext
    await post(answer(context, 'decline'))
    await post(answer(context, 'accept'))
    expect(seen()).toContain('I do not have that picture any more')
    await post({ text: '', attachments: [attachment()] })
    running.ports.wait(11 * 60_000)
    await post(answer(offers()[1]?.content.acceptContext, 'accept'))
    expect(running.connector.put).toEqual([])
  })

  it('is put nowhere but into Microsoft’s own storage, and for nobody but whom it was offered to', async () => {
    await post({ text: '', attachments: [attachment()] })
    const context = offers()[0]?.content.acceptContext
    await running.post(activity(running.connector, 'stranger', answer(context, 'accept')))
    await running.settled()
    expect(running.connector.put).toEqual([])
    await post({ text: '', attachments: [attachment()] })
    await post(
      answer(offers()[1]?.content.acceptContext, 'accept', { uploadUrl: 'https://evil.example/put' }),
    )
    expect(seen()).toContain('could not be put into your OneDrive')
  })

  it('is not offered where others read along', async () => {
    await post({
      ...inChannel,
      text: '<at>Chaperone</at> ok?',
      entities: [mention],
      attachments: [attachment()],
    })
    expect(offers()).toEqual([])
    expect(seen()).toContain('The picture is too large to show here')
  })
})
