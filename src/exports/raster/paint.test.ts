import { expect, test } from 'vitest'
import { COLOURS } from '../../picture/drawing/colours.ts'
import type { DrawnPath, DrawnShape, DrawnText } from '../../picture/drawing/drawing.ts'
import { type PaintContext, paintOn } from './paint.ts'

/** What is painted, in its order: each call with what it was painted with. */
function painted(shapes: readonly DrawnShape[], scale = 1): string[] {
  const calls: string[] = []
  let dashes: number[] = []
  const skip = () => {}
  const context: PaintContext = {
    ...{ fillStyle: '', strokeStyle: '', lineWidth: 1, lineJoin: 'miter', lineCap: 'butt', globalAlpha: 1, font: '' },
    ...{ textAlign: 'left', beginPath: skip, moveTo: skip, lineTo: skip, bezierCurveTo: skip, closePath: skip },
    fill: () => calls.push(`fill ${context.fillStyle} ${context.globalAlpha}`),
    stroke: () => calls.push(`stroke ${context.strokeStyle} ${context.lineWidth} [${dashes}] ${context.lineCap}`),
    setLineDash: (lengths) => {
      dashes = lengths
    },
    fillText: (text) => calls.push(`${text} ${context.font} ${context.textAlign}`),
    strokeText: skip,
    setTransform: (...matrix) => calls.push(`scale ${matrix[0]} ${matrix[3]}`),
  }
  paintOn(context, { width: 10, height: 10, shapes }, 'light', scale)
  return calls
}

const { ink, tangent, canvas } = COLOURS.light
const line: DrawnPath = { kind: 'path', segments: [['M', 0, 0]], fill: null, line: 'ink', width: 2 }
const text: DrawnText = {
  ...{ kind: 'text', text: 'x₁', x: 0, y: 0, anchor: 'middle', size: 12, colour: 'tangent', font: 'text', weight: 600 },
}

test('shapes are painted in their order, each in its own colours and dashes', () => {
  const filled: DrawnPath = { ...line, fill: 'tangent', opacity: 0.5 }
  const dotted: DrawnPath = { ...line, dashes: [1, 5] }
  const group = { kind: 'group', of: 'node', index: 0, label: '', shapes: [filled] } as const
  expect(painted([dotted, group, line], 3)).toEqual([
    'scale 3 3',
    `stroke ${ink} 2 [1,5] round`,
    `fill ${tangent} 0.5`,
    `stroke ${ink} 2 [] butt`,
    `stroke ${ink} 2 [] butt`,
  ])
})

test('letters are outlines with their rim under them; those that no font of the page has are written', () => {
  expect(painted([{ ...text, halo: 'canvas' }]).slice(1)).toEqual([
    `stroke ${canvas} ${0.36 * 12} [] butt`,
    `fill ${tangent} 1`,
  ])
  const [, written] = painted([{ ...text, text: '数' }])
  expect(written).toMatch(/^数 600 12px Inter,.* center$/)
})
