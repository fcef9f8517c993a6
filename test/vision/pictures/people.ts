import type { Chance } from './chance.ts'

/** Invented patients, as a schedule or a chart would name them. */
export interface Patient {
  name: string
  born: string
  record: string
  time: string
  reason: string
}

const FIRST =
  'Maria Daniel Aisha Thomas Priya Linda Hector Sophie Malik Grace Andrew Keisha Victor Elena Omar Ruth'.split(
    ' ',
  )
const LAST =
  'Delgado Whitfield Okafor Lindqvist Ramaswamy Petersen Castellano Brightwater Hassan Novak Thornbury Jefferson Marchetti Kowalski Abernathy Sandoval'.split(
    ' ',
  )
const REASONS = [
  'Botox follow-up',
  'Crown prep',
  'Root canal',
  'New patient',
  'Laser series 3',
  'Cleaning',
  'Biopsy result',
  'Implant consult',
]

export function patients(count: number, chance: Chance): Patient[] {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return Array.from({ length: count }, (_, index) => ({
    name: `${chance.pick(FIRST)} ${chance.pick(LAST)}`,
    born: `${two(chance.between(1, 13))}/${two(chance.between(1, 29))}/${Math.floor(chance.between(1941, 2009))}`,
    record: `MRN ${Math.floor(chance.between(1_000_000, 9_999_999))}`,
    time: `${8 + (index >> 1)}:${index % 2 === 0 ? '00' : '30'}`,
    reason: chance.pick(REASONS),
  }))
}
