import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, type Graph } from '../src/core.ts'
import type { Area } from '../src/layout/layout.ts'
import type { Pane } from '../src/picture/camera.ts'
import { type Fit, laidOut, PICTURE_FORMS, stylesOf } from '../src/picture/fitting.ts'
import { labelPlaces } from '../src/picture/labels.ts'
import { inLines, laidOutInRows } from '../src/picture/larger.ts'
import type { Mark } from '../src/picture/marks.ts'
import { partsOf } from '../src/picture/parts.ts'
import { type Scene, sceneOf } from '../src/picture/scene.ts'
import { structureOf } from '../src/picture/structure.ts'
import { TEXT_SIZE } from '../src/picture/style.ts'
import { arrayPrograms } from './arrayPrograms.ts'
import { programs } from './programs.ts'

/** Fewer or more nodes than these are not what homework has. */
const [FEWEST, MOST] = [3, 45]
const MARKS: readonly (readonly Mark[])[] = [
  ['forward'],
  ['reverse'],
  ['forward', 'reverse'],
  ['forward', 'reverse', 'second'],
]
/** Every form that a picture can take, flat and in rows. */
const FLAT: readonly Fit[] = PICTURE_FORMS.flatMap(({ density, spacings }, form) =>
  MARKS.flatMap((marks) =>
    stylesOf(density, marks, { direction: null }).map((style) => {
      return { style, form, spacing: spacings[style.direction], fits: true }
    }),
  ),
)
const FITS: readonly Fit[] = FLAT.flatMap((fit) =>
  fit.style.density === 'full' ? fit : [fit, { ...fit, inRows: true as const }],
)
const PANE: Pane = { width: 500, height: 400, reading: 1 }
/** Letters reach a little beyond the room of their line where it is as low as can be. */
const TOUCHES = 1.5

function sceneIn(graph: Graph, fit: Fit): Scene {
  const whole = structureOf(graph)
  // Every other definition is opened.
  const open = new Set([...graph.names.keys()].filter((_, i) => i % 2 > 0).map((node) => ~graph.place[node]))
  const structure = fit.style.density === 'line' ? inLines(whole, open) : whole
  const layout = fit.inRows ? laidOutInRows(structure, fit, null, PANE) : laidOut(structure, fit, null)
  return sceneOf(structure, fit.style, layout)
}

const overlap = (a: Area, b: Area): number =>
  Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))

/** Everything that is drawn of nodes, and where it is. */
const drawnIn = ({ structure, anatomies, centres }: Scene) =>
  structure.nodes.flatMap((node) =>
    partsOf(anatomies[node], centres[node]).map(({ what, area }) => ({ what: `${what} of node ${node}`, area })),
  )

function expectNoOverlaps(scene: Scene): void {
  const drawn = drawnIn(scene)
  drawn.forEach((a, i) => {
    for (const b of drawn.slice(i + 1))
      if (overlap(a.area, b.area) > TOUCHES) throw new Error(`${a.what} and ${b.what} lie over each other`)
  })
}

const isOfSize = ({ size }: Graph) => size >= FEWEST && size <= MOST

describe('placed figures, names, values and derivatives', () => {
  test('never lie over each other, for each density, direction and number of derivatives', () => {
    let tried = 0
    fc.assert(
      fc.property(programs, fc.nat(), ({ source }, which) => {
        const { graph } = compile(source)
        fc.pre(graph !== null && isOfSize(graph))
        tried++
        expectNoOverlaps(sceneIn(graph as Graph, FITS[which % FITS.length]))
      }),
      { seed: 1971, numRuns: 300 },
    )
    expect(tried).toBeGreaterThanOrEqual(300)
  })

  test('nor do those of arrays', () => {
    fc.assert(
      fc.property(arrayPrograms, fc.nat(), ({ source }, which) => {
        const { graph } = compile(source)
        fc.pre(graph !== null && isOfSize(graph))
        expectNoOverlaps(sceneIn(graph as Graph, FITS[which % FITS.length]))
      }),
      { seed: 1971, numRuns: 100 },
    )
  })

  test('stand in the picture', () => {
    fc.assert(
      fc.property(programs, fc.nat(), ({ source }, which) => {
        const { graph } = compile(source)
        fc.pre(graph !== null && isOfSize(graph))
        const scene = sceneIn(graph as Graph, FITS[which % FITS.length])
        const stands = ({ left, right, top, bottom }: Area) =>
          Math.min(left, top) >= -TOUCHES && right <= scene.width + TOUCHES && bottom <= scene.height + TOUCHES
        expect(drawnIn(scene).filter(({ area }) => !stands(area))).toEqual([])
      }),
      { seed: 5, numRuns: 60 },
    )
  })
})

test('labels of edges cover neither nodes nor each other', () => {
  fc.assert(
    fc.property(programs, fc.nat(), ({ source }, which) => {
      const { graph } = compile(source)
      fc.pre(graph !== null && isOfSize(graph))
      const scene = sceneIn(graph as Graph, FITS[which % FITS.length])
      const size = TEXT_SIZE[scene.style.density]
      const places = labelPlaces(scene, scene.structure.edges, () => 'cos x₁')
      const areas = [...places.values()].map(({ x, y }) => ({
        ...{ left: x - 1.5 * size, right: x + 1.5 * size, top: y - size / 2, bottom: y + size / 2 },
      }))
      const drawn = drawnIn(scene).map(({ area }) => area)
      areas.forEach((label, i) => {
        const free = (other: Area) => overlap(label, other) <= 0
        expect([...drawn, ...areas.slice(i + 1)].filter((other) => !free(other))).toEqual([])
      })
    }),
    { seed: 8, numRuns: 100 },
  )
})
