import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../scripts/teams-manifest.ts'
import { incoming } from '../../src/adapters/teams/reading/incoming.ts'
import { route } from '../../src/bot/router.ts'
import { activity } from './running.ts'

const read = (name: string) => readFileSync(new URL(`../../teams/${name}`, import.meta.url))
const NONE = '00000000-0000-0000-0000-000000000000'
const manifest = read('manifest.json').toString().replaceAll(NONE, '11111111-2222-4333-8444-555555555555')
const icons = ['color.png', 'outline.png'].map((name) => ({ name, data: read(name) }))

describe('the app package', () => {
  it('holds what Teams asks of it', () => {
    expect(problemsOf(manifest, icons)).toEqual([])
  })

  it.each<[string, string, string]>([
    ['no app id', read('manifest.json').toString(), 'MICROSOFT_APP_ID'],
    ['an unknown key', manifest.replace('"accentColor"', '"accent"'), 'accent'],
    ['a title that is too long', manifest.replace('"check:"', `"${'x'.repeat(33)}"`), 'title'],
    ['two apps', manifest.replace('11111111', '21111111'), 'several apps'],
    [
      'an address without TLS',
      manifest.replace('https://chaperone.example/p', 'http://chaperone.example/p'),
      'privacyUrl',
    ],
  ])('(%s) is refused, and the line names the place', (_name, broken, place) => {
    expect(problemsOf(broken, icons).join('\n')).toContain(place)
  })

  it('an icon of another size is refused', () => {
    expect(problemsOf(manifest, [{ name: 'color.png', data: read('outline.png') }])).toEqual([
      'color.png is no PNG of 192 by 192 pixels',
    ])
  })

  it('every command in it is one that is answered', () => {
    const { composeExtensions } = JSON.parse(manifest) as {
      composeExtensions: { commands: { id: string }[] }[]
    }
    const commands = composeExtensions.flatMap((one) => one.commands)
    expect(commands.length).toBeGreaterThan(0)
    for (const { id } of commands) {
      const invoke = { type: 'invoke', name: 'composeExtension/fetchTask', value: { commandId: id } }
      const found = incoming(activity({ serviceUrl: 'https://smba.trafficmanager.net/' }, 'desk', invoke), 0)
      expect(found?.to, id).toBe('hall')
    }
  })

  it.each([
    ['check:', 'check/open'],
    ['I posted something by accident', 'incident/start'],
    ['help', 'check/help'],
  ])('the suggestion “%s” leads to %s', (title, expected) => {
    expect(manifest).toContain(`"title": "${title}"`)
    const found = incoming(
      activity({ serviceUrl: 'https://smba.trafficmanager.net/' }, 'desk', { text: title }),
      0,
    )
    const way = found?.to === 'hall' ? route(found.event) : undefined
    expect(way?.to === 'skill' && `${way.intent.skill}/${way.intent.name}`).toBe(expected)
  })
})
