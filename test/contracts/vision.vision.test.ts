import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createVision } from '../../src/adapters/vision/vision.ts'
import { desk, monitor } from '../vision/pictures/offices.ts'
import { visionContract } from './vision.contract.ts'

/** The package with the face detector brings photos of people to show it with. */
const people = createRequire(import.meta.url)
  .resolve('@vladmandic/face-api/package.json')
  .replace('package.json', 'demo/sample1.jpg')

const shown = monitor({ seed: 7, width: 1600, height: 1200, share: 0.7, type: 26, lean: 6, side: 0.1 })

visionContract('this machine', createVision, async () => {
  const { jpeg, identifiers } = await shown
  return {
    people: { bytes: readFileSync(people), faces: 3 },
    monitor: { bytes: jpeg, names: identifiers.slice(0, 3) },
    empty: (await desk({ seed: 7, width: 480, height: 360 })).jpeg,
  }
})
