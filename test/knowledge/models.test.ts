import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../../src/knowledge/answer/answer.ts'
import { openReadingRoom } from '../../src/knowledge/reading-room.ts'

const room = openReadingRoom()
const model = (id: string) => room.models.get(id) ?? ''

describe('the model authorization has what 45 CFR 164.508(c) asks for', () => {
  it.each([
    ['(c)(1)(i) what exactly', /1\. What may be shown[\s\S]*describe/],
    ['(c)(1)(ii) who discloses', /2\. Who may share it/],
    ['(c)(1)(iii) to whom', /3\. With whom/],
    ['(c)(1)(iv) each purpose', /4\. What for/],
    ['(c)(1)(v) an end', /5\. When this ends[\s\S]*"None" or "never" is not allowed/],
    ['(c)(1)(vi) signature, date, authority', /Signature: _+ {2}Date: _+[\s\S]*authority/],
    [
      '(c)(2)(i) revoking in writing, and how',
      /take this back at any time, in writing, to: _+[\s\S]*reliance/,
    ],
    [
      '(c)(2)(ii) care does not depend on it',
      /treatment, payment, enrollment and eligibility[^.]*do not depend/,
    ],
    ['(c)(2)(iii) passing on', /may be passed on[^.]*no longer protected/],
    ['(c)(4) a copy', /I get a copy of this signed form/],
    ['(a)(3)(ii) money', /The practice is paid/],
    ['(b)(3) a form of its own', /not part of the intake form, the treatment consent or the financial form/],
  ])('%s', (_what, wanted) => expect(model('media-authorization')).toMatch(wanted))
})

it('the model policy leaves talk about working conditions alone, and whistle-blowers', () => {
  expect(model('social-media-policy')).toMatch(/pay, hours, safety or other working conditions/)
  expect(model('social-media-policy')).toMatch(/reporting a privacy concern/)
})

describe('a model text is handed out when somebody asks for one', () => {
  it.each([
    ['do you have a photo release form?', 'AUTHORIZATION TO USE AND SHARE'],
    ['Got a template for our social media policy', 'SOCIAL MEDIA POLICY'],
    ['is there a training outline for the front desk', 'TRAINING: PRIVACY AND POSTING'],
  ])('%s', (question, begins) => {
    const { answer } = answerQuestion(room, question).answer
    expect(answer).toContain(begins)
    expect(answer).toMatch(/counsel/)
    expect(answer).not.toContain('{{')
  })
  it('and each says that counsel has to look at it', () => {
    expect(room.models.size).toBeGreaterThanOrEqual(3)
    for (const [id, text] of room.models)
      expect([id, /Have counsel (?:or your privacy officer )?look at it/.test(text)]).toEqual([id, true])
  })
})
