import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { problemsOf } from './teams-manifest.ts'

/** Writes teams/chaperone.zip for MICROSOFT_APP_ID, once the manifest holds what Teams asks of it. */
const folder = fileURLToPath(new URL('../teams/', import.meta.url))
const appId = process.env.MICROSOFT_APP_ID?.trim() ?? ''
const manifest = readFileSync(`${folder}manifest.json`, 'utf8').replaceAll(
  '00000000-0000-0000-0000-000000000000',
  appId,
)
const icons = ['color.png', 'outline.png'].map((name) => ({ name, data: readFileSync(folder + name) }))

const problems = problemsOf(manifest, icons)
if (problems.length > 0) {
  for (const problem of problems) process.stderr.write(`teams-package: ${problem}\n`)
  process.exitCode = 1
} else {
  writeFileSync(
    `${folder}chaperone.zip`,
    zip([{ name: 'manifest.json', data: Buffer.from(manifest) }, ...icons]),
  )
  if (/\.example\b/.test(manifest))
    process.stderr.write('teams-package: the addresses in teams/manifest.json are still examples\n')
  process.stdout.write('Written: teams/chaperone.zip. Upload it in the Teams admin center.\n')
}

/** Three small files, stored as they are. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
function zip(files: readonly { name: string; data: Buffer }[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, data } of files) {
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    // 1 January 1980: the same files make the same package.
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const entry = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, Buffer.from(name), data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    const made = Buffer.from([20, 0])
    central.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), made, common, tail, Buffer.from(name)]),
    )
    local.push(entry)
    at += entry.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end])
}
