/** Files of a small tree: path → text. */
export type Files = Readonly<Record<string, string>>
/** What is in it, the files, and what the sentences that a newcomer then reads must say. */
export type Row = readonly [what: string, files: Files, ...sentences: string[]]
/** The promise of a check → trees that break it. */
export type Samples = Readonly<Record<string, readonly Row[]>>
