import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { placeAt, seenAt } from '../../../picture/camera.ts'
import { Viewer } from './viewer.ts'

// Nothing glides: what is looked at is looked at at once.
beforeEach(() => vi.stubGlobal('matchMedia', () => ({ matches: true })))
afterEach(() => vi.unstubAllGlobals())

const PANE = { width: 400, height: 300, reading: 1 }
const CORNERS = [
  { x: 0, y: 0 },
  { x: 4000, y: 1000 },
]

function viewing(world = { width: 4000, height: 1000, legible: 0 }): Viewer {
  const viewer = new Viewer()
  viewer.setPane(PANE)
  viewer.setWorld(world)
  return viewer
}

test('the first picture is seen whole, however large it is', () => {
  const { camera } = viewing()
  for (const { x, y } of CORNERS.map((corner) => seenAt(camera(), corner))) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(PANE.width)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThanOrEqual(PANE.height)
  }
})

test('a view that the user chose stays when pane and picture change', () => {
  const viewer = viewing()
  const chosen = { k: 2, x: -30, y: 7 }
  viewer.lookAt(chosen)
  viewer.setPane({ ...PANE, width: 800 })
  viewer.setWorld({ width: 10, height: 10, legible: 0 })
  expect(viewer.camera()).toEqual(chosen)
})

test('viewers move apart from each other, and tell those who look through them', () => {
  const [one, other] = [viewing(), viewing()]
  const seen: number[] = []
  const stop = one.onCamera(({ k }) => seen.push(k))
  const before = other.camera()
  one.lookAt({ k: 3, x: 0, y: 0 })
  stop()
  one.lookAt({ k: 4, x: 0, y: 0 })
  expect(seen).toEqual([3])
  expect(other.camera()).toEqual(before)
})

test('a place and where it is seen lead to each other', () => {
  const camera = { k: 0.5, x: 20, y: -10 }
  expect(placeAt(camera, seenAt(camera, { x: 11, y: 13 }))).toEqual({ x: 11, y: 13 })
})

test('a picture that cannot be read whole is seen at reading size, where the step is, and goes along with it', () => {
  const viewer = viewing({ width: 4000, height: 1000, legible: 1 })
  for (const left of [0, 1500, 3900]) {
    const area = { left, right: left + 100, top: 400, bottom: 460 }
    viewer.focusOn(area)
    expect(viewer.camera().k).toBe(1)
    const [from, to] = [
      seenAt(viewer.camera(), { x: area.left, y: area.top }),
      seenAt(viewer.camera(), { x: area.right, y: area.bottom }),
    ]
    expect(Math.min(from.x, from.y)).toBeGreaterThanOrEqual(0)
    expect(to.x).toBeLessThanOrEqual(PANE.width)
    expect(to.y).toBeLessThanOrEqual(PANE.height)
  }
})

test('100 % is reading size, whatever the density and the size of text', () => {
  const viewer = viewing({ width: 100, height: 50, legible: 0.8 })
  viewer.setPane({ ...PANE, reading: 2 })
  viewer.actualSize()
  expect(viewer.zoom()).toBe(1)
  expect(viewer.camera().k).toBe(1.6)
})

test('a place that is to be seen is in the middle, so large as asked, and stays as the user’s own until it is left', () => {
  const viewer = viewing({ width: 4000, height: 1000, legible: 0.8 })
  const home = viewer.camera()
  const place = { x: 1700, y: 200 }
  viewer.see(1.5, place)
  expect(viewer.isOwn()).toBe(true)
  expect(viewer.zoom()).toBeCloseTo(1.5)
  expect(viewer.middle()).toEqual(place)
  viewer.setPane({ ...PANE, width: 300 })
  expect(viewer.middle()).toEqual(place)
  viewer.setPane(PANE)
  viewer.release()
  expect(viewer.isOwn()).toBe(false)
  expect(viewer.camera()).toEqual(home)
})
