import { type Article, sentencesOf } from '../article.ts'
import { type Facts, fill } from '../facts.ts'
import { fileOf, problem, remark, type Said } from './said.ts'

/** Figures that change with the law, or that somebody could mistype: they belong into a fact. */
const FIGURES =
  /\$\s?\d+(?:[\d,.]*\d)?|\b\d[\d,.]*\s?%|\b\d{1,3}(?:,\d{3})+\b|\b\d+(?:st|nd|rd|th)?[ -](?:calendar |business |working )?(?:days?|hours?|weeks?|months?|years?|percent|people|persons|residents|individuals)\b/gi
/** "45 CFR 164.404(b)" and "164.524" are sources, not figures. */
const CITATIONS = /\b\d+\s(?:CFR|USC|U\.S\.C\.|FR|CCR|NLRB)\s[\d.,()a-zA-Z-]+/g

export function figuresOutsideFacts({ id, answer, detail, todo }: Article): Said[] {
  const prose = `${answer}\n${detail}\n${todo}`.replace(/\{\{[^}]*\}\}/g, ' ').replace(CITATIONS, ' ')
  const figures = [...new Set(prose.match(FIGURES) ?? [])]
  return figures.map((figure) =>
    problem(
      fileOf(id),
      `says "${figure}" in prose: write {{fact:…}} and put the figure into knowledge/facts.d`,
    ),
  )
}

const MOST_SENTENCES = 2
/** School years (Flesch-Kincaid). A receptionist reads this between two calls. */
const HARD = 10
const TOO_HARD = 14

export function readable({ id, answer, detail }: Article, facts: Facts): Said[] {
  const said: Said[] = []
  const sentences = sentencesOf(answer).filter((sentence) => !/^(?:yes|no|it depends)\.$/i.test(sentence))
  if (sentences.length > MOST_SENTENCES)
    said.push(
      problem(fileOf(id), `answers in ${sentences.length} sentences: two at most, the rest goes into Detail`),
    )
  const grade = gradeOf(fill(answer, facts))
  if (grade > HARD) {
    const says = `the answer reads like school year ${Math.round(grade)}: shorter sentences, plainer words`
    said.push(grade > TOO_HARD ? problem(fileOf(id), says) : remark(fileOf(id), says))
  }
  const detailGrade = gradeOf(fill(detail, facts))
  if (detailGrade > TOO_HARD)
    said.push(remark(fileOf(id), `the detail reads like school year ${Math.round(detailGrade)}`))
  return said
}

/** Flesch-Kincaid grade level; citations in brackets are not read aloud. */
export function gradeOf(text: string): number {
  const plain = text.replace(/\([^)]*\d[^)]*\)/g, ' ')
  const sentences = Math.max(1, sentencesOf(plain).length)
  const words = plain.match(/[\p{L}\p{N}'’-]+/gu) ?? []
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '')
  const groups = plain.replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, '').match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 1)
}
