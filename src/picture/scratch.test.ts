import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { compile, type Graph } from '../core.ts'
import { chosenFit, laidOut } from './fitting.ts'
import { structureOf } from './structure.ts'

const programs = JSON.parse(readFileSync('/work/shared/cases/legible.json', 'utf8')) as Record<string, string>
test('scratch', () => {
  for (const [name, source] of Object.entries(programs)) {
    const graph = compile(source).graph as Graph
    const structure = structureOf(graph)
    for (const pane of [
      { width: 1150, height: 620, reading: 1 },
      { width: 1000, height: 460, reading: 1 },
    ]) {
      const t = performance.now()
      const fit = chosenFit(structure, ['forward', 'reverse'], pane, { direction: null })
      const { width, height } = laidOut(structure, fit, null)
      for (const direction of ['up', 'right'] as const) {
        const l = laidOut(
          structure,
          {
            style: { density: 'compact', direction, marks: ['forward', 'reverse'] },
            spacing: direction === 'up' ? { between: 16, apart: 8, bow: 40 } : { between: 18, apart: 6, bow: 20 },
            fits: false,
          },
          null,
        )
        console.log('   ', direction, Math.round(l.width), Math.round(l.height), l.layers, l.fullest)
      }
      const nat = laidOut(structure, { ...fit, spacing: { ...fit.spacing, between: 30, apart: 8 } }, null)
      console.log(
        name,
        structure.nodes.length,
        pane.width,
        pane.height,
        pane.reading,
        fit.style.density,
        fit.style.direction,
        fit.fits,
        Math.round(width),
        Math.round(height),
        'least',
        Math.round(nat.width),
        Math.round(nat.height),
        (performance.now() - t).toFixed(0),
      )
    }
  }
})
