import { expect, test } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { chosenFit, LABELLED, laidOut } from './fitting.ts'
import { labelPlaces } from './labels.ts'
import { sceneOf } from './scene.ts'
import { structureOf } from './structure.ts'

const PANE = { width: 740, height: 760, reading: 1 }

test('the label of an edge stands on what belongs to it alone, not where it runs with others', () => {
  const graph = graphOf('x1 = 1.5\nx2 = 0.5\ny = (sin(x1/x2) + x1/x2 - exp(x2))*(x1/x2 - exp(x2))')
  const structure = structureOf(graph)
  const fit = chosenFit(structure, [], PANE, { direction: 'right', form: LABELLED })
  const scene = sceneOf(structure, fit.style, laidOut(structure, fit, null))
  const places = labelPlaces(scene, structure.edges, () => '0.5403')
  expect(places.size).toBe(structure.edges.length)
  for (const [edge, { x }] of places) {
    const last = scene.curveOf(edge).at(-4)
    expect(x).toBeGreaterThan(last?.x ?? Number.POSITIVE_INFINITY)
  }
})
