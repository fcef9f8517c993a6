import { expect, it } from 'vitest'
import { systemClock } from '../../src/adapters/clock/clock.ts'
import { ulids } from '../../src/adapters/clock/ids.ts'
import { clockContract, idsContract } from './clock.contract.ts'

clockContract('system', systemClock)
idsContract('ulids', (clock) => ulids(clock))

it('ulids agree with the example of their specification', () => {
  // github.com/ulid/spec: 01ARZ3NDEKTSV4RRFFQ69G5FAV was made at 1469922850259.
  const random = Buffer.from('d6764c61efb99302bd5b', 'hex')
  expect(ulids({ now: () => 1_469_922_850_259 }, () => random).next()).toBe('01ARZ3NDEKTSV4RRFFQ69G5FAV')
})
