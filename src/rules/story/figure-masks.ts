import { CARE, HEADS, type Lists } from './lists.ts'

/** Two letters that are no initials. */
export const NO_INITIALS =
  /^(?:us|uk|dc|md|do|pa|np|rn|pt|ot|bs|ma|la|am|pm|qa|tv|er|iv|pr|hr|it|ok|vp|gp|eu)$/
export const SEXES = /^[fm]$/
export const YEARS_OLD = /^\d{1,3}y\/?o/

export type FigureMasks = ReturnType<typeof figureMasks>

/** Bits of the lists that tell who is in a post; see lists.ts for the three sets of them. */
export function figureMasks({ a, b, c }: Lists) {
  const m = {
    HEAD: a(...HEADS),
    CARED: a(...CARE),
    DONE: a('procedure', 'product'),
    PATIENT: a('patient.one'),
    RELATIVE: a('relative.one'),
    PUBLIC: a('story.public.one'),
    STAFF: a('staffword'),
    SHE: a('she'),
    YOU: a('you'),
    WHEN: a('when', 'story.close'),
    MODAL: b('modal'),
    GROUP: b('story.group'),
    DEVICE: b('story.device', 'story.unreal'),
    PITCH: b('story.pitch', 'story.offer'),
    VERB: b('be', 'have', 'modal'),
    EVENT: b('story.event', 'story.news', 'story.grave'),
    PLACE: b('story.place'),
    COUNT: b('count'),
    CHEER: b('story.cheer'),
    CAME: b('story.came.past'),
    FAMILY: b('story.family'),
    BASE: b('story.base'),
    THE: c('the'),
    MANY: c('many'),
    STARS: c('stars'),
    PT: c('pt'),
    WARD: c('ward'),
    BRAND: c('brand'),
    THEN: c('then'),
    NEAR: c('near'),
    OURS: c('ours'),
    OF: c('of'),
    AT: c('at'),
    INSIDE: c('inside'),
    FROM: c('from'),
    IS: c('is'),
    ALSO: c('also'),
    WHOSE: c('whose'),
    PAIRS: c('pairs'),
    UPON: c('upon'),
    UNIT: c('ageUnit'),
    OLD: c('old'),
    SEX: c('sex'),
    YEAR_OLD: c('yearOld'),
    HOUR: c('hour'),
  }
  return {
    ...m,
    FIRSTS: m.HEAD | m.STAFF | m.SHE,
    SECONDS: m.GROUP | m.DEVICE | m.COUNT,
    THIRDS: m.MANY | m.PT | m.WARD | m.BRAND,
  }
}
