import { describe, expect, it } from 'vitest'
import { count, day, link, postOf, states, time } from '../../../src/skills/incident/report/read.ts'

const read = <T>(found: { value: T } | { problem: string }) => ('value' in found ? found.value : 'problem')

describe('what people type', () => {
  it.each([
    ['', null],
    ["I don't know", null],
    ['?', null],
    ['0', 0],
    ['nobody', 0],
    ['12', 12],
    ['about 12', 12],
    ['10,000', 10_000],
    ['1.000.000', 1_000_000],
    ['3 people', 3],
    ['-3', 'problem'],
    ['1.5', 'problem'],
    ['a few', 'problem'],
    ['999999999999', 'problem'],
    ['12 or 13', 'problem'],
  ])('%j as a number is %j', (text, value) => expect(read(count(text))).toBe(value))

  it.each([
    ['', {}],
    ['TX', { TX: null }],
    ['texas 10, FL: 2', { TX: 10, FL: 2 }],
    ['10 in Texas and 2 in Florida', { TX: 10, FL: 2 }],
    ['Texas 1,200; new york', { TX: 1200, NY: null }],
    ['TX 3, Texas 2', { TX: 5 }],
    ['D.C. 4', { DC: 4 }],
    ['Narnia', 'problem'],
    ['TX ten', 'problem'],
  ])('%j as States is %j', (text, value) => expect(read(states(text))).toEqual(value))

  it.each([
    ['2:30 pm', '14:30'],
    ['2pm', '14:00'],
    ['12 am', '00:00'],
    ['12:05 p.m.', '12:05'],
    ['about 14:30', '14:30'],
    ['noon', '12:00'],
    ['', null],
    ['9', 'problem'],
    ['13 pm', 'problem'],
    ['24:00', 'problem'],
    ['9:75', 'problem'],
    ['late', 'problem'],
  ])('%j as a time is %j', (text, value) => expect(read(time(text))).toBe(value))

  it.each([
    ['2028-02-29', '2028-02-29'],
    ['2/9/2026', '2026-02-09'],
    ['2026-02-29', 'problem'],
    ['13/01/2026', 'problem'],
    ['yesterday', 'problem'],
    ['', null],
  ])('%j as a day is %j', (text, value) => expect(read(day(text))).toBe(value))

  it.each([
    ['instagram.com/p/A1/?igsh=zz&utm_source=x#c', 'https://instagram.com/p/A1/'],
    ['https://www.youtube.com/watch?v=A1&t=20', 'https://www.youtube.com/watch?v=A1'],
    ['http://maple.example', 'http://maple.example/'],
    ['our page', 'problem'],
    ['javascript:alert(1)', 'problem'],
    ['https://user:secret@maple.example/', 'problem'],
    ['instagram', 'problem'],
  ])('%j as a link is %j', (text, value) => expect(read(link(text))).toBe(value))

  it('takes the addresses of one post for one post, and of two for two', () => {
    const same = [
      'https://m.facebook.com/maple/posts/7/',
      'https://www.facebook.com/maple/posts/7',
      'http://facebook.com/maple/posts/7',
    ]
    expect(new Set(same.map(postOf)).size).toBe(1)
    expect(postOf('https://facebook.com/maple/posts/8')).not.toBe(postOf(same[0] as string))
    expect(postOf('https://youtube.com/watch?v=a')).not.toBe(postOf('https://youtube.com/watch?v=b'))
  })
})
