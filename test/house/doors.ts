import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { exportsRule, inGroup } from '../../scripts/rules.ts'
import { DOORS, type Doors, type Place, STAGE } from './door-table.ts'
import { importsOf } from './source/imports.ts'
import type { Tree, TreeFile } from './tree.ts'

/** What the whole house decides about a door. */
interface House {
  declared: readonly string[]
  rules: ReadonlySet<string>
}

export function doorProblems(tree: Tree): string[] {
  const rules = tree.files.filter(({ path, text }) => inGroup(path) && exportsRule(text))
  const house = { declared: dependenciesOf(tree), rules: new Set(rules.map(({ path }) => path)) }
  const inside = tree.files.filter(({ path }) => isSource(path) && path.startsWith('src/'))
  const outside = tree.files.filter(({ path }) => isSource(path) && /^(test|scripts)\//.test(path))
  return [
    ...inside.flatMap((file) =>
      eachImport(file, (from, typeOnly) => closed(file.path, from, typeOnly, house)),
    ),
    ...outside.flatMap((file) => eachImport(file, (from) => ofMain(file.path, from))),
  ]
}

function eachImport(
  file: TreeFile,
  judge: (from: string | undefined, typeOnly: boolean) => string | undefined,
) {
  return importsOf(file.tokens()).flatMap(({ from, line, typeOnly }) => {
    const advice = judge(from, typeOnly)
    return advice
      ? [`${file.path}:${line} imports ${from ?? 'something computed at run time'}. ${advice}`]
      : []
  })
}

/** The advice if this door is closed. */
function closed(path: string, from: string | undefined, typeOnly: boolean, house: House) {
  const here = placeOf(path)
  const doors = here.room === 'main' ? undefined : DOORS[here.room]
  if (from === undefined) return doors && 'Write the path out, so that everybody can see which door it takes.'
  if (!from.startsWith('.')) return ofPackage(path, from, doors, house)
  const target = posix.join(posix.dirname(path), from)
  if (!target.startsWith('src/'))
    return 'What runs in a practice stands in src: move it there, or hand the data in.'
  if (target === 'src/main.ts') return ofMain(path, from)
  if (doors === undefined) return undefined
  return ofRoom(path, here, target, typeOnly, doors, house)
}

function ofPackage(path: string, from: string, doors: Doors | undefined, house: House) {
  const name = from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
  if (from.startsWith('node:') || builtinModules.includes(name)) {
    const open = doors === undefined || doors.node === 'all' || doors.node.includes(path)
    return open ? undefined : doors.advice.node
  }
  if (doors !== undefined && doors.packages !== 'declared')
    return doors.packages.includes(name) ? undefined : doors.advice.package
  return house.declared.includes(name) ? undefined : DOORS.adapters.advice.package
}

function ofRoom(path: string, here: Place, target: string, typeOnly: boolean, doors: Doors, house: House) {
  const there = placeOf(target)
  if (here.room === there.room && here.part === there.part)
    return here.room === 'rules' && house.rules.has(path) ? ofRule(target, house) : undefined
  if (here.room === 'skills' && there.room === 'skills')
    return 'Skills never meet: what they share goes through the store or an event, or moves into src/bot, src/rules or src/knowledge.'
  if (here.room === 'adapters' && there.room === 'adapters')
    return 'One folder, one outside thing: let main hand the other one in, as a port.'
  if (STAGE.includes(target) && doors.rooms.includes('bot') && here.room !== 'bot')
    return 'The pipeline calls skills and adapters, never the other way round: return a value instead.'
  if (doors.rooms.includes(there.room)) return undefined
  if (doors.types?.includes(there.room))
    return typeOnly ? undefined : 'From there only types may come: write `import type`.'
  return doors.advice.room
}

function ofRule(target: string, house: House) {
  const shared = house.rules.has(target) || /^src\/rules\/(engine|registry)\.ts$/.test(target)
  return shared ? 'A rule stands alone: move what two rules share into src/rules, beside the kit.' : undefined
}

function ofMain(path: string, from: string | undefined) {
  const main = from?.startsWith('.') && posix.join(posix.dirname(path), from) === 'src/main.ts'
  return main
    ? 'Importing it would start the program: put what you need in a file that main.ts imports too.'
    : undefined
}

function placeOf(path: string): Place {
  const [, room, part] = path.split('/') as [string, string, string | undefined]
  if (room === 'skills' || room === 'adapters') return { room, part: part ?? '' }
  if (room === 'rules' || room === 'knowledge' || room === 'bot') return { room, part: '' }
  // Loose files of src, the command line and the wiring: they put the house together and may see all of it.
  return { room: 'main', part: '' }
}

export function isSource(path: string): boolean {
  return /\.(ts|js)$/.test(path)
}

function dependenciesOf(tree: Tree): string[] {
  const file = tree.files.find(({ path }) => path === 'package.json')
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(file?.text ?? '{}') as {
    dependencies?: Record<string, string>
    optionalDependencies?: Record<string, string>
  }
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies)]
}
