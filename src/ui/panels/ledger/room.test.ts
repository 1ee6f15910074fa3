import { expect, test } from 'vitest'
import { roomFor } from './room.ts'

const widthOf = (room: ReturnType<typeof roomFor>) =>
  room.scale * (5 + (room.stacked ? 0 : 6.5) + room.width * (1 + room.shown.reduce((a, b) => a + b, 0)))

test('from 20 to 64 em wide the columns fit, and each mode has one', () => {
  for (let em = 20; em <= 64; em++)
    for (const counts of [[1], [2, 1], [7, 1], [1, 9], [378, 1], [40, 40]])
      for (const sizes of [[], [1], [4, 2, 1]]) {
        const room = roomFor(em, counts, sizes)
        expect(Math.min(...room.shown)).toBeGreaterThanOrEqual(1)
        expect(widthOf(room), `${em} em, ${counts}, arrays of ${sizes}`).toBeLessThanOrEqual(em)
      }
})

test('what has room stands in large text with the operations beside the nodes', () => {
  expect(roomFor(60, [2, 1], [])).toMatchObject({ scale: 1, stacked: false, shown: [2, 1] })
  expect(roomFor(25, [2, 1], [])).toMatchObject({ stacked: true })
})

test('one mode leaves its places to the other', () => {
  const { shown } = roomFor(40, [7, 1], [])
  expect(shown[1]).toBe(1)
  expect(shown[0]).toBeGreaterThan(1)
  expect(roomFor(40, [40, 40], []).shown[0]).toBe(roomFor(40, [40, 40], []).shown[1])
})

test('arrays are written out where their numbers fit, else only the narrower ones', () => {
  expect(roomFor(64, [1, 1], [4, 1]).written).toBe(4)
  expect(roomFor(24, [1, 1], [4, 1]).written).toBeLessThan(4)
})
