import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/**
 * Finds a browser without installing one: a path that was given, one that the machine has, or the Chromium that
 * comes from npm for bare Linux machines.
 */

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const { env } = process
const PLACES = [
  env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${env['PROGRAMFILES(X86)']}\\Google\\Chrome\\Application\\chrome.exe`,
  `${env.LOCALAPPDATA}\\Google\\Chrome\\Application\\chrome.exe`,
]

interface Found {
  path: string
  env: Record<string, string>
}

/**
 * Unpacks @sparticuz/chromium into a folder of its own. The package writes to fixed names in the temporary folder
 * and takes a half-written file for a whole one, so two test workers at once would start a broken browser:
 * a child process unpacks into a private folder, which then gets its name in one step.
 */
function unpack(): string | undefined {
  const require = createRequire(import.meta.url)
  let entry: string
  let version: string
  try {
    entry = require.resolve('@sparticuz/chromium')
    version = (require(join(entry, '../../package.json')) as { version: string }).version
  } catch {
    return undefined
  }
  const home = join(tmpdir(), `chaperone-chromium-${version}`)
  if (existsSync(join(home, 'chromium'))) return home
  mkdirSync(tmpdir(), { recursive: true })
  const fresh = mkdtempSync(`${home}-`)
  const script = `const { default: c } = await import(${JSON.stringify(entry)}); await c.executablePath()`
  // The second variable makes the package unpack the libraries that a bare machine lacks (nss and others) too.
  const made = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
  try {
    if (made.status === 0) renameSync(fresh, home)
  } catch {
    // Another worker was quicker; its copy is as good.
  }
  rmSync(fresh, { recursive: true, force: true })
  return existsSync(join(home, 'chromium')) ? home : undefined
}

function fromNpm(): Found | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const home = unpack()
  if (home === undefined) return undefined
  const path = join(home, 'chromium')
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') }
  // Its own libraries only where the machine has none: mixing the two sets is asking for crashes.
  const bare = spawnSync(path, ['--version']).status !== 0
  return { path, env: bare ? { ...fonts, LD_LIBRARY_PATH: join(home, 'al2023', 'lib') } : fonts }
}

function find(): Found | undefined {
  const path = PLACES.find((place) => place !== undefined && existsSync(place))
  return path === undefined ? fromNpm() : { path, env: {} }
}

const found = find()
if (found === undefined) {
  const line =
    'No browser: set CHROMIUM_PATH, install Chromium or Chrome, or let npm install @sparticuz/chromium.'
  if (env.CI === 'true') throw new Error(line)
  console.warn(`Browser tests are skipped. ${line}`)
}

/** Where there is none, the tests of the page are skipped; with CI=true this module has thrown already. */
export const noBrowser = found === undefined

export async function launch(): Promise<Browser> {
  if (found === undefined) throw new Error('no browser')
  const inherited = Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => !!pair[1]),
  )
  return chromium.launch({ executablePath: found.path, args: FLAGS, env: { ...inherited, ...found.env } })
}
