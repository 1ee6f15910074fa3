import { expect, it } from 'vitest'
import { type Action, schedule } from '../../../autodiff/checkpointing/revolve.ts'
import { schedulePicture } from './schedulePicture.ts'

const BOX = { left: 0, right: 100, top: 0, bottom: 50, em: 10 }

const lines = (path: string) => path.split('M').filter(Boolean).length
const count = (actions: readonly Action[], kind: Action['kind']) => actions.filter((each) => each.kind === kind).length

it.each([
  [10, 1],
  [10, 3],
  [10, 10],
])(
  'a tape of %i parts with %i states: a line for each run, for each part reversed and for each state stored',
  (blocks, states) => {
    const actions = schedule(blocks, states)
    const { stored, again, reversed } = schedulePicture({ actions, blocks }, BOX)
    expect(lines(again)).toBe(count(actions, 'advance'))
    expect(lines(reversed)).toBe(blocks)
    expect(lines(stored)).toBe(count(actions, 'store'))
  },
)

it('ends where the first part is reversed', () => {
  const { reversed } = schedulePicture({ actions: schedule(5, 2), blocks: 5 }, BOX)
  expect(reversed.endsWith('L99.0 49.0')).toBe(true)
})
