import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Area } from '../layout/layout.ts'
import { ENTRY_PLACES } from '../notation/numbers.ts'
import { anatomyOf } from './anatomy.ts'
import { type Anatomy, borderOf, type Cells, type Drawn, type FigureKind, widthOf } from './figure.ts'
import { overlaps } from './labels.ts'
import type { Mark } from './marks.ts'
import { partsOf } from './parts.ts'
import { DENSITIES, type Style } from './style.ts'
import { entrySlots, pictureExtent, scaleHeight, scaleText, writtenIn } from './written.ts'

const KINDS: readonly FigureKind[] = ['input', 'data', 'param', 'constant', 'primitive', 'module']
const MARKS: readonly (readonly Mark[])[] = [
  ['forward'],
  ['reverse'],
  ['forward', 'reverse'],
  ['forward', 'reverse', 'second'],
]
const STYLES: readonly Style[] = DENSITIES.flatMap((density) =>
  (['right', 'up'] as const).flatMap((direction) => MARKS.map((marks) => ({ density, direction, marks }))),
)
const LENGTHS = [1, 2, 3, 4]
const SMALL = [...LENGTHS.map((n) => [n]), ...LENGTHS.flatMap((n) => LENGTHS.map((m) => [n, m]))]
const LARGE = [[5], [300], [4, 5], [5, 1], [8, 64], [2, 2, 2]]
const HERE = { x: 0, y: 0 }

const figure = (shape: readonly number[], kind: FigureKind = 'primitive'): Drawn => ({
  ...{ kind, shape, output: kind === 'module', symbol: kind === 'constant' ? '' : 'tanh' },
  ...{ title: kind === 'constant' ? '' : 'h  4×4', titleInFull: kind === 'constant' ? '' : 'v₁₂  h  4×4' },
})

const cellsOf = (shape: readonly number[], style = STYLES[0]) => anatomyOf(figure(shape), style).cells as Cells

/** What the picture takes, about the centre of the node. */
function areaOf(cells: Cells): Area {
  const { width, height } = pictureExtent(cells, cells.scale)
  const [x, y] = [cells.x, cells.y + scaleHeight(cells) / 2]
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

const isIn = (inner: Area, outer: Area): boolean =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom

function figureArea(anatomy: Anatomy): Area {
  const { x, y } = borderOf(anatomy)
  return { left: -x, right: x, top: -y, bottom: y }
}

describe('an array of up to four rows and columns', () => {
  test('stands in numbers, a larger one as a heat map', () => {
    for (const style of STYLES) {
      for (const shape of SMALL) expect(cellsOf(shape, style)).toMatchObject({ isHeat: false, scale: 1 })
      for (const shape of LARGE) expect(cellsOf(shape, style).isHeat).toBe(true)
    }
  })

  test('has its rows as rows and its columns as columns, a vector being a column', () => {
    const places = (shape: readonly number[], axis: 'x' | 'y') =>
      new Set(entrySlots(cellsOf(shape)).map((slot) => slot[axis])).size
    for (const [rows, columns = 1] of SMALL) {
      expect(places([rows, columns], 'y')).toBe(rows)
      expect(places([rows, columns], 'x')).toBe(columns)
      expect(places([rows], 'x')).toBe(1)
    }
  })

  test('has room for its picture in its figure, and for its derivatives beside it, as larger ones have', () => {
    for (const style of STYLES)
      for (const shape of [...SMALL, ...LARGE])
        for (const kind of KINDS) {
          const anatomy = anatomyOf(figure(shape, kind), style)
          const numbers = areaOf(anatomy.cells as Cells)
          expect(isIn(numbers, figureArea(anatomy))).toBe(true)
          const { symbol, chips } = anatomy
          if (symbol) expect(symbol.y + symbol.size / 3).toBeLessThanOrEqual(numbers.top)
          const parts = partsOf(anatomy, HERE).map(({ area }) => area)
          parts.forEach((part, i) => {
            for (const other of parts.slice(i + 1)) expect(overlaps(part, other)).toBe(false)
          })
          for (const [i, { cells }] of chips.entries())
            expect(isIn(areaOf(cells as Cells), parts[parts.length - chips.length + i])).toBe(true)
        }
  })
})

test('the scale of a heat map is the number of its darkest tile', () => {
  expect(scaleText({ numbers: [0.5, -2.31, Number.NaN, 1], present: null })).toBe('■ 2.31')
  expect(scaleText({ numbers: [0, 0, 0, 0, 0], present: null })).toBe('0')
})

describe('the numbers of an array', () => {
  const written = (shape: readonly number[], numbers: readonly number[], present: readonly number[] | null = null) =>
    writtenIn(entrySlots(cellsOf(shape)), { numbers, present })
  const texts = (numbers: readonly number[], present: readonly number[] | null = null) =>
    written([numbers.length], numbers, present).map(({ text }) => text)

  test('are short, a dash where no path leads, and 0 where it is 0', () => {
    expect(texts([0.38214, -2.9951, 12, 0], [1, 1, 1, 1])).toEqual(['0.382', '−3', '12', '0'])
    expect(texts([-0.0123456, 123456, 1.234e-7, -4.5e12])).toEqual(['−0.012', '123456', '1.2e−7', '−5e12'])
    expect(texts([0, 0, Number.NaN, Number.NEGATIVE_INFINITY], [1, 0, 1, 1])).toEqual(['0', '–', 'NaN', '−∞'])
  })

  test('have their points one below the other where there is room for that', () => {
    const entries = written([3], [1, 0.25, -12.5])
    const [one, quarter, half] = entries.map(({ text, end }) => end - widthOf(text, 14))
    const width = widthOf('0', 14)
    expect(one).toBeCloseTo(quarter)
    expect(half).toBeCloseTo(one - 2 * width)
  })

  test('stay in their columns, whatever they are', () => {
    const numbers = fc.array(fc.oneof(fc.double(), fc.integer()), { minLength: 4, maxLength: 4 })
    const cells = cellsOf([2, 2])
    const slots = entrySlots(cells)
    fc.assert(
      fc.property(numbers, (entries) => {
        writtenIn(slots, { numbers: entries, present: null }).forEach(({ text, end }, i) => {
          const { x, room, size } = slots[i]
          expect(text.length).toBeLessThanOrEqual(ENTRY_PLACES + 1)
          expect(end).toBeLessThanOrEqual(x + room / 2 + 1)
          expect(end - widthOf(text, size)).toBeGreaterThanOrEqual(x - room / 2 - 1)
        })
      }),
      { seed: 4 },
    )
  })
})
