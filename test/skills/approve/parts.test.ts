import { describe, expect, it } from 'vitest'
import { asksSecondEyes } from '../../../src/bot/reading/second-eyes.ts'
import { leadsTo, linkOf, sameWords } from '../../../src/skills/approve/bind.ts'
import { atWall, timeIn } from '../../../src/skills/approve/when.ts'

describe('a time on the wall', () => {
  it.each([
    ['2026-11-23', '09:30', 'America/Chicago', '2026-11-23T15:30:00Z'],
    ['2026-07-01', '09:30', 'America/Chicago', '2026-07-01T14:30:00Z'],
    ['2026-11-23', '00:00', 'Asia/Kolkata', '2026-11-22T18:30:00Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['2026-12-31', '23:59', 'UTC', '2026-12-31T23:59:00Z'],
  ])('%s %s in %s is one moment', (day, time, zone, moment) => {
    expect(new Date(atWall(day, time, zone)).toISOString()).toBe(moment.replace('Z', '.000Z'))
  })

  it.each<[string, string | undefined]>([
    ['9:30', '09:30'],
    ['9:30 am', '09:30'],
    ['9 PM', '21:00'],
    ['12 am', '00:00'],
    ['12:05 p.m.', '12:05'],
    ['23:59', '23:59'],
    ['24:00', undefined],
    ['9', undefined],
    ['13 pm', undefined],
    ['9:60', undefined],
    ['noon', undefined],
    ['', undefined],
  ])('%j is %j', (text, time) => {
    expect(timeIn(text)).toBe(time)
  })
})

describe('a link', () => {
  it.each<[string, string, boolean]>([
    ['https://www.instagram.com/p/1/', 'instagram', true],
    ['instagram.com/p/1', 'instagram', true],
    ['https://instagram.com.evil.example/p/1', 'instagram', false],
    ['https://notinstagram.com/p/1', 'instagram', false],
    ['https://m.facebook.com/maple/posts/1', 'facebook', true],
    ['https://www.facebook.com/1', 'instagram', false],
    ['https://maps.google.com/x', 'google', true],
    ['https://www.google.co.uk/x', 'google', true],
    ['https://maple.example/blog/1', 'website', true],
  ])('%s is on %s: %j', (text, platform, is) => {
    const url = linkOf(text)
    expect(url !== undefined && leadsTo(url, platform)).toBe(is)
  })

  it.each([
    '',
    'soon',
    'https://a b.com',
    'javascript:alert(1)',
    'https://user:secret@instagram.com/p/1',
    `https://x.com/${'a'.repeat(600)}`,
  ])('%j is none', (text) => {
    expect(linkOf(text)).toBeUndefined()
  })
})

describe('a link that was shared', () => {
  it.each([
    ['https://www.instagram.com/p/Abc1/?igsh=x', 'https://www.instagram.com/p/Abc1/'],
    ['https://youtu.be/abc?si=who&t=5#x', 'https://youtu.be/abc?t=5'],
    ['https://www.facebook.com/story.php?id=1&fbclid=who', 'https://www.facebook.com/story.php?id=1'],
  ])('%s says where, and not who shared it', (given, kept) => {
    expect(linkOf(given)?.href).toBe(kept)
  })
})

describe('the same words', () => {
  it.each<[string, string, boolean]>([
    ['We open.\r\nCome in.  ', 'We open.\nCome in.', true],
    ['café', 'cafe\u0301', true],
    ['We open.', 'We open!', false],
    ['We open', 'we open', false],
    ['Dr. Kim', 'Dr.  Kim', false],
  ])('%j and %j: %j', (one, other, same) => {
    expect(sameWords(one, other)).toBe(same)
  })
})

describe('asking for a second pair of eyes in one’s own words', () => {
  it.each<[string, string | undefined]>([
    ['Can somebody approve this?', ''],
    ['can a manager please sign off on this post', ''],
    ['Hi! Could someone look over this before I post it?', ''],
    ['I need approval for this', ''],
    ['Please get this approved.', ''],
    ['Can someone approve this? We open at nine.', 'We open at nine.'],
    ['We open at nine. Can my boss approve it please?', 'We open at nine.'],
    ['This needs a second pair of eyes\nWe open at nine.', 'We open at nine.'],
    ['Our new implant is FDA approved. Call us!', undefined],
    ['Can I post this?', undefined],
    ['Do I need approval to post photos of patients?', undefined],
    ['Can somebody tell me whether this is okay?', undefined],
    ['Can you approve this?', undefined],
    ['Somebody approved my leave, hooray!', undefined],
  ])('%j', (given, draft) => {
    expect(asksSecondEyes(given)).toBe(draft)
  })
})
