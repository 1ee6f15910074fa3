import { expect, test } from 'vitest'
import { anatomyOf } from './anatomy.ts'
import type { Drawn, FigureKind } from './figure.ts'
import { drawHead, drawTail } from './head.ts'
import { drawOutline, drawRoleMark } from './outline.ts'
import { type Pen, pathData } from './pen.ts'
import { DENSITIES } from './style.ts'

const KINDS: readonly FigureKind[] = ['input', 'data', 'param', 'constant', 'primitive', 'module']

/** A pen that writes down what it is told. */
function recording(): Pen & { readonly calls: string[] } {
  const calls: string[] = []
  const note =
    (name: string) =>
    (...numbers: number[]) =>
      void calls.push(`${name} ${numbers.map((x) => x.toFixed(3)).join(' ')}`)
  return {
    calls,
    ...{ moveTo: note('moveTo'), lineTo: note('lineTo'), bezierCurveTo: note('bezierCurveTo') },
    ...{ arc: note('arc'), rect: note('rect'), closePath: note('closePath') },
  }
}

const drawnBy = (draw: (pen: Pen) => void): readonly string[] => {
  const pen = recording()
  draw(pen)
  return pen.calls
}

test.each(DENSITIES)(
  'in %s, a kind of node has one outline and one mark, whatever draws it and wherever it stands',
  (density) => {
    const outlines = KINDS.map((kind) => {
      const figure: Drawn = { kind, output: false, shape: [], symbol: 'x', title: 'x', titleInFull: 'x' }
      const anatomy = anatomyOf(figure, { density, direction: 'right', marks: ['reverse'] })
      const draw = (pen: Pen) => {
        drawOutline(pen, anatomy, { x: 3, y: 4 }, 0)
        drawRoleMark(pen, figure, anatomy, { x: 3, y: 4 })
      }
      expect(pathData(draw)).not.toMatch(/NaN|undefined/)
      return drawnBy(draw).join('\n')
    })
    expect(new Set(outlines).size).toBe(KINDS.length)
  },
)

test('arrowheads point along the flow and against it', () => {
  const tip = (draw: (pen: Pen) => void) => drawnBy(draw)[2]
  expect(tip((pen) => drawHead(pen, { x: 10, y: 5 }, 'right'))).toBe('lineTo 13.000 5.000')
  expect(tip((pen) => drawTail(pen, { x: 10, y: 5 }, 'up'))).toBe('lineTo 10.000 5.000')
})
