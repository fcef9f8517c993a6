import { layNextKey, settleKey } from '../../adapters/store/folder.ts'
import { rotateKey } from '../../adapters/store/upkeep/rotate.ts'
import { type Common, DONE, type Io, Refused, write } from '../io.ts'
import { COMMAND_LINE, withData } from './open.ts'

/** Seals everything anew. The key comes from where it came from before: the data folder or the environment. */
export async function runRotateKey({ json }: Common, io: Io): Promise<number> {
  const done = await withData(io.env, async ({ ground }, { home, key, nextKey }) => {
    if (key && !nextKey)
      throw new Refused(
        'CHAPERONE_KEY_NEXT is missing: set it to the new key, as "openssl rand -base64 32" prints one',
      )
    if (!key && nextKey)
      throw new Refused('CHAPERONE_KEY_NEXT is set, and the key lies in the data folder; take it away')
    const master = nextKey ? nextKey.reveal() : layNextKey(home)
    const old = ground.key.fingerprint
    const { key: next, rows } = await rotateKey(ground, master, COMMAND_LINE, Date.now())
    if (!key) settleKey(home, next)
    return { old, key: next.fingerprint, rows, inFolder: !key }
  })
  if (!done) throw new Refused('there is no data yet, so there is no key to rotate')
  const { inFolder, ...told } = done
  const after = inFolder
    ? `The new key is chaperone.key of the data folder: back it up. The old one is chaperone.key.${done.old}: earlier backups open with it alone.`
    : 'Set CHAPERONE_KEY to what CHAPERONE_KEY_NEXT is now, and take the latter away. Keep the old key for earlier backups.'
  const text = `Sealed anew: ${done.rows} rows, from key ${done.old} to ${done.key}.\n${after}\nStart Chaperone again wherever it runs; until then it refuses to write.\n`
  await write(io.stdout, json ? `${JSON.stringify(told)}\n` : text)
  return DONE
}
