import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PHOTO_SAMPLE } from '../../scripts/gen/cli-page.ts'
import { Refused } from '../../src/cli/io.ts'
import { type PhotoOptions, runPhoto } from '../../src/cli/photo/photo.ts'
import { bytesOf, fakeVision } from '../surfaces/fake-vision.ts'
import { command } from './command.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-photo-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

function file(name: string, bytes: Uint8Array = bytesOf(name)): string {
  const path = join(home, name)
  writeFileSync(path, bytes)
  return path
}

async function photo(files: string[], options: PhotoOptions = {}, vision = fakeVision()) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const [out, err] = [stdout.toArray(), stderr.toArray()]
  const code = await runPhoto(files, options, { stdin: Readable.from([]), stdout, stderr, env: {} }, vision)
  stdout.end()
  stderr.end()
  return { code, out: Buffer.concat(await out).toString(), err: Buffer.concat(await err).toString(), vision }
}
const json = (out: string) =>
  JSON.parse(out) as typeof PHOTO_SAMPLE & { copy?: string; photos: { file: string; verdict: string }[] }

describe('photo --json', () => {
  it('prints one object with the keys that docs/cli.md shows', async () => {
    const { code, out, err } = await photo([file('dog-and-schedule.jpg')], { json: true })
    const found = json(out)
    expect([code, err, out.trim().split('\n').length]).toEqual([1, '', 1])
    expect(Object.keys(found)).toEqual(Object.keys(PHOTO_SAMPLE))
    expect(Object.keys(found.findings[0] ?? {}).sort()).toEqual(
      Object.keys(PHOTO_SAMPLE.findings[0] ?? {}).sort(),
    )
    expect(Object.keys(found.text[0] ?? {})).toEqual(Object.keys(PHOTO_SAMPLE.text[0] ?? {}))
    expect(Object.keys(found.metadata)).toEqual(Object.keys(PHOTO_SAMPLE.metadata))
    expect(found).toMatchObject({ verdict: 'stop', questions: { length: 6 } })
    for (const { start, end, quote } of found.findings) expect([start, end]).toEqual([0, quote.length])
  })

  it.each([
    ['chairs.jpg', 'clear', 0],
    ['lobby-with-face.jpg', 'needs_authorization', 1],
    ['holiday.jpg', 'caution', 1],
    ['half-seen.jpg', 'unchecked', 1],
  ])('of %s is %s, exit code %d', async (name, verdict, code) => {
    const ran = await photo([file(name)], { json: true })
    expect([json(ran.out).verdict, ran.code]).toEqual([verdict, code])
  })

  it('of several files is a list in their order, and one that is none stops none of the others', async () => {
    const files = [
      file('chairs.jpg'),
      file('notes.jpg', Buffer.from('no picture')),
      file('lobby-with-face.jpg'),
    ]
    const { code, out, err } = await photo(files, { json: true })
    expect(json(out).photos.map(({ file, verdict }) => [file, verdict])).toEqual([
      [files[0], 'clear'],
      [files[1], 'unchecked'],
      [files[2], 'needs_authorization'],
    ])
    expect([code, err]).toEqual([1, `chaperone: ${files[1]} is no picture that can be opened\n`])
  })

  it('says that there is no register where a code could be looked up, and the verdict stands', async () => {
    const { out } = await photo([file('lobby-with-face.jpg')], { json: true, authorization: 'A-17' })
    expect(json(out)).toMatchObject({
      verdict: 'needs_authorization',
      notes: [expect.stringContaining('not on file')],
    })
    expect(out).not.toContain('A-17')
  })
})

describe('a file that', () => {
  it('is not there is exit code 2 and one line', async () => {
    const path = join(home, 'nothing.jpg')
    expect(await photo([path], { json: true })).toMatchObject({
      code: 2,
      out: '',
      err: `chaperone: ${path} is not there\n`,
    })
  })
  it('is not there among others is exit code 2, and the others are told', async () => {
    const { code, out, err } = await photo([file('chairs.jpg'), join(home, 'nothing.jpg')], { json: true })
    expect([code, json(out).photos.map(({ verdict }) => verdict)]).toEqual([2, ['clear', 'unchecked']])
    expect(err.trim().split('\n')).toHaveLength(1)
  })
  it('is a folder is exit code 2', async () => {
    expect(await photo([home])).toMatchObject({ code: 2, err: expect.stringContaining('is a folder') })
  })
  it.each([
    ['is empty', new Uint8Array()],
    ['is no picture', Buffer.from('hello')],
  ])('%s is unchecked, exit code 1', async (_what, bytes) => {
    const { code, out, err } = await photo([file('x.jpg', bytes)], { json: true })
    expect([code, json(out).verdict, json(out).findings[0]?.category]).toEqual([1, 'unchecked', 'unreadable'])
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})

describe('--clean', () => {
  it('writes a copy under a name that says nothing, and leaves the photo as it is', async () => {
    const source = file('Sarah-Smith-after.jpg')
    const clean = join(home, 'out')
    const { out } = await photo([source], { json: true, clean })
    expect(json(out).copy).toBe(join(clean, 'photo-1.jpg'))
    expect(readFileSync(join(clean, 'photo-1.jpg'), 'latin1')).toContain('"clean":true')
    expect(readFileSync(source)).toEqual(Buffer.from(bytesOf('Sarah-Smith-after.jpg')))
  })

  it('writes over nothing, and through no link', async () => {
    const source = file('chairs.jpg')
    writeFileSync(join(home, 'photo-1.jpg'), 'mine')
    const target = join(home, 'precious.txt')
    writeFileSync(target, 'precious')
    symlinkSync(target, join(home, 'photo-1-2.jpg'))
    const { out } = await photo([source], { json: true, clean: home })
    expect(json(out).copy).toBe(join(home, 'photo-1-3.jpg'))
    expect([readFileSync(join(home, 'photo-1.jpg'), 'utf8'), readFileSync(target, 'utf8')]).toEqual([
      'mine',
      'precious',
    ])
  })

  it('with --blur covers, looks again, and writes nothing where something is left', async () => {
    const clean = join(home, 'out')
    const { vision, err } = await photo([file('lobby-with-face.jpg'), file('stubborn.jpg')], {
      clean,
      blur: 'faces,text',
    })
    expect(vision.asked).toContain('look lobby-with-face.jpg covered clean')
    expect(readdirSync(clean)).toEqual(['photo-1.jpg'])
    expect(err).toContain('something could still be seen after every try')
  })

  it.each<[string, PhotoOptions]>([
    ['--blur needs --clean DIR', { blur: 'faces' }],
    ['--blur takes some of faces,people,screens,text', { blur: 'faces,noses', clean: 'out' }],
  ])('%s', async (line, options) => {
    const run = photo([file('chairs.jpg')], {
      ...options,
      ...(options.clean ? { clean: join(home, 'out') } : {}),
    })
    await expect(run).rejects.toThrow(Refused)
    await expect(run).rejects.toThrow(line)
    expect(existsSync(join(home, 'out'))).toBe(false)
  })

  it('into a file, or a folder that may not be written, is one line', async () => {
    await expect(photo([file('chairs.jpg')], { clean: file('x.txt') })).rejects.toThrow(
      'cannot be made or is no folder',
    )
    if (process.getuid?.() === 0) return
    chmodSync(home, 0o500)
    await expect(photo([join(home, 'chairs.jpg')], { clean: home })).rejects.toThrow('could not be written')
    chmodSync(home, 0o700)
  })
})

describe('for eyes', () => {
  it('says the same in words, each photo under its name, with what only a person can see', async () => {
    const { out } = await photo([file('lobby-with-face.jpg'), file('chairs.jpg')])
    for (const words of [
      'lobby-with-face.jpg',
      'Only with a signed authorization',
      'Possibly a face',
      'upper left',
      'Nothing found',
      'tattoo',
    ])
      expect(out).toContain(words)
  })

  it('without the parts that look at photos nothing is checked, and it says so', async () => {
    const vision = fakeVision()
    vision.missing()
    const { code, out, err } = await photo(
      [file('chairs.jpg')],
      { json: true, clean: join(home, 'out') },
      vision,
    )
    expect([code, json(out).verdict]).toEqual([1, 'unchecked'])
    expect(err).toContain('not installed')
    expect(readdirSync(join(home, 'out'))).toEqual([])
  })

  it('is a command like any other', async () => {
    expect(await command(['photo'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^chaperone: .+\n$/),
    })
    expect(await command(['photo', join(home, 'nothing.jpg')])).toMatchObject({ code: 2, out: '' })
  })
})
