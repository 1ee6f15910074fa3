import { expect, it } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import { structureOf } from './structure.ts'
import { thumbnailOf } from './thumbnail.ts'

const strokes = (path: string) => path.match(/M/g)?.length ?? 0

it('draws each input, operation, output and edge once', () => {
  const thumbnail = thumbnailOf(graphOf(LECTURE))
  expect(thumbnail && [thumbnail.leaves, thumbnail.operations, thumbnail.rings, thumbnail.edges].map(strokes)).toEqual([
    2, 3, 1, 5,
  ])
})

it('leaves out what is too large, and forgets the rest', () => {
  const shown = graphOf('x = 2\nf = x*x')
  const structure = structureOf(shown)
  expect(
    thumbnailOf(
      graphOf(
        `x = 1\nf = ${Array(200)
          .fill('sin(x + 1)')
          .map((s, i) => `${i}*${s}`)
          .join('+')}`,
      ),
    ),
  ).toBeNull()
  expect(thumbnailOf(graphOf('y = 2\nf = exp(y)*y'))).not.toBeNull()
  expect(structureOf(graphOf('x = 3\nf = x*x'))).toBe(structure)
})
