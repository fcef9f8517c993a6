import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createKey } from '../../src/adapters/store/key.ts'
import { sealedIn, sealsOf } from '../../src/adapters/store/seal.ts'

const MASTER = Buffer.alloc(32, 7)
const key = createKey(MASTER)
const BEFORE = 'v1.efc25abc79eb826e.ngtdQSl44Bgjbd1PzNapWMDnqSF7pv1cHcGeACUlaRR8acl6a6R8vy4qPYt7eQ=='
/** Longer than several blocks of random bytes. */
const MANY = 2_000
const bytesOf = (sealed: string) => Buffer.from(sealed.split('.')[2] as string, 'base64')

describe('what is sealed', () => {
  it('never has the nonce of another, in one thread or in two', () => {
    const twin = sealsOf(key.sealing)
    const sealed = Array.from({ length: MANY }, (_, n) => (n % 2 ? key : twin).seal('the same', 'row'))
    expect(new Set(sealed.map((one) => bytesOf(one).toString('hex', 0, 12))).size).toBe(MANY)
  })

  it.each([
    ['nothing', ''],
    ['one letter', 'a'],
    ['many', 'Ünal 😊 “smile” '.repeat(10_000)],
  ])('%s opens in its own row alone, and changed in no bit', (_, text) => {
    const sealed = key.seal(text, 'row')
    expect(key.open(sealed, 'row')).toBe(text)
    expect(key.open(sealed, 'other row')).toBeUndefined()
    const bytes = bytesOf(sealed)
    for (const at of [0, 11, 12, bytes.length - 16, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] as number) ^ 1
      const text = `${sealed.slice(0, sealed.lastIndexOf('.'))}.${changed.toString('base64')}`
      expect(key.open(text, 'row')).toBeUndefined()
    }
  })

  it('is as it was: 12 bytes of nonce, the text, 16 of the tag, under the fingerprint', () => {
    const sealed = key.seal('five!', 'row')
    expect(sealed.split('.').slice(0, 2)).toEqual(['v1', key.fingerprint])
    expect(bytesOf(sealed)).toHaveLength(12 + 5 + 16)
    // Written by the release before sealing moved into a thread.
    expect(key.open(BEFORE, 'dialog:a')).toBe('{"typed":"before"}')
  })
})

it('what a thread is given to seal with says nothing of the key when it is printed', () => {
  const printed = `${inspect(key.sealing, { depth: 9, showHidden: true })}${JSON.stringify(key.sealing)}`
  const secret = key.sealing.secret.export()
  for (const encoding of ['hex', 'base64', 'latin1'] as const)
    expect(printed).not.toContain(secret.toString(encoding))
  expect(printed).toContain(key.fingerprint)
})

it('only values that ask for it are sealed', () => {
  const values = ['a', 1, null, ['words', 'row']]
  expect(sealedIn(values, (text, bound) => `<${text} of ${bound}>`)).toEqual(['a', 1, null, '<words of row>'])
})
