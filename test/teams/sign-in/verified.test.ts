import { describe, expect, it } from 'vitest'
import { createVerified } from '../../../src/adapters/teams/sign-in/verified.ts'

const CLAIM = { authorization: 'Bearer a.b.c', channelId: 'msteams', serviceUrl: 'https://smba.example/' }

describe('a token that was verified', () => {
  it('is known for five minutes, and then looked at again', () => {
    let now = 1_000_000
    const verified = createVerified(() => now)
    expect(verified.has(CLAIM)).toBe(false)
    verified.add(CLAIM, now + 3_600_000)
    now += 299_999
    expect(verified.has(CLAIM)).toBe(true)
    now += 1
    expect(verified.has(CLAIM)).toBe(false)
  })

  it('is not known beyond its own end', () => {
    let now = 1_000_000
    const verified = createVerified(() => now)
    verified.add(CLAIM, now + 1000)
    now += 1000
    expect(verified.has(CLAIM)).toBe(false)
  })

  it.each([
    { authorization: 'Bearer a.b.d' },
    { authorization: 'bearer a.b.c' },
    { channelId: 'emulator' },
    { serviceUrl: 'https://evil.example/' },
  ])('is not known as %j', (other) => {
    const verified = createVerified(() => 0)
    verified.add(CLAIM, 1000)
    expect(verified.has(CLAIM)).toBe(true)
    expect(verified.has({ ...CLAIM, ...other })).toBe(false)
  })

  it('keeps no more than a hundred', () => {
    const verified = createVerified(() => 0)
    for (let n = 0; n <= 100; n++) verified.add({ ...CLAIM, authorization: `Bearer ${n}` }, 1000)
    expect(verified.has({ ...CLAIM, authorization: 'Bearer 0' })).toBe(false)
    expect(verified.has({ ...CLAIM, authorization: 'Bearer 100' })).toBe(true)
  })
})
