import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Token, tokensOf } from './source/lexer.ts'

export interface TreeFile {
  /** From the root, with forward slashes: "src/rules/kit.ts". */
  path: string
  text: string
  lines: number
  tokens(): readonly Token[]
}

/** The house as the checks see it: every text file that people write. */
export interface Tree {
  root: string
  files: readonly TreeFile[]
  /** A file or a folder with something in it. */
  has(path: string): boolean
  /** Files below a folder, whose name ends so. */
  under(folder: string, ending?: string): readonly TreeFile[]
}

const SKIPPED = new Set(['node_modules', '.git', 'data', 'coverage', 'package-lock.json'])
/** Data, not prose or code: long, and made by scripts or from measured material. */
const DATA = ['test/corpus', 'knowledge/lexicon']
const TEXT = /\.(ts|js|json|md|yml|yaml|html|css|svg|sh|example)$|(^|\/)[A-Za-z]+$/

export function readTree(root: string): Tree {
  const paths: string[] = []
  walk(root, '', paths)
  const files = paths.sort().map((path) => fileOf(root, path))
  return {
    root,
    files,
    has: (path) => existsSync(join(root, path)),
    under: (folder, ending = '') =>
      files.filter(({ path }) => path.startsWith(`${folder}/`) && path.endsWith(ending)),
  }
}

function walk(root: string, folder: string, paths: string[]): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (SKIPPED.has(entry.name) || DATA.includes(path)) continue
    if (entry.isDirectory()) walk(root, path, paths)
    else if (entry.isFile() && TEXT.test(path)) paths.push(path)
  }
}

function fileOf(root: string, path: string): TreeFile {
  const text = readFileSync(join(root, path), 'utf8')
  let tokens: readonly Token[] | undefined
  return {
    path,
    text,
    lines: text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    tokens: () => (tokens ??= tokensOf(text)),
  }
}
