import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from '../../scripts/rules.ts'

/** A folder with these files, for as long as `use` runs. */
export async function withFolder<T>(
  files: Readonly<Record<string, string>>,
  use: (root: string) => T | Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'chaperone-house-'))
  try {
    for (const [path, text] of Object.entries(files)) put(root, path, text)
    return await use(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** What a test may build in, and what it only reads. */
const COPIED = [
  'src',
  'scripts',
  'docs',
  'test/house',
  'test/contracts',
  'package.json',
  'biome.json',
  '.gitignore',
]
const SHARED = ['knowledge', 'node_modules']

/** A copy of the house in which a test may build. */
export async function withCopy<T>(use: (root: string) => T | Promise<T>): Promise<T> {
  return withFolder({}, (root) => {
    for (const part of COPIED) cpSync(join(ROOT, part), join(root, part), { recursive: true })
    for (const part of SHARED) symlinkSync(join(ROOT, part), join(root, part))
    return use(root)
  })
}

export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
