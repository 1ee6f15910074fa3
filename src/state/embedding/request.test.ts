import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { LINK_FIELDS } from '../link.ts'
import { requestIn } from './request.ts'

const GOOD = [
  { type: 'load', program: 'x = 1\nf = x' },
  { type: 'getState' },
  { type: 'setState', mode: 'reverse', pass: 'f', step: 3, hide: 'values.counts' },
  { type: 'step', by: -2 },
  { type: 'seek', pass: 'x1', step: 2 },
  { type: 'seek', step: 0 },
  { type: 'play' },
  { type: 'pause' },
  { type: 'hide', kinds: ['values', 'tangents'] },
  { type: 'hide', kinds: [] },
  { type: 'reveal' },
  { type: 'export', format: 'svg' },
  { type: 'theme', theme: 'projector' },
  { type: 'theme', theme: null },
] as const

test.each(GOOD)('$type is a request, with an id or without', (request) => {
  expect(requestIn({ gradual: 1, ...request })).toMatchObject({ type: request.type })
  for (const id of ['a', 7]) expect(requestIn({ gradual: 1, id, ...request })).toMatchObject({ id, type: request.type })
})

test('no field of a link has the name of a part of a message', () => {
  for (const name of ['gradual', 'id', 'type']) expect(LINK_FIELDS.has(name as never)).toBe(false)
})

/** What stands in for a part of a request; where it happens to be right, nothing is wrong. */
const anything = fc.oneof(
  fc.anything({ maxDepth: 2 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5, 2 ** 60, null, undefined, '1', [], {}),
)

const known = new Set<unknown>(GOOD.map(({ type }) => type))

/** A request of another version, type or shape. */
const wrong = fc.oneof(
  anything,
  fc
    .tuple(fc.constantFrom(...GOOD), anything)
    .map(([good, gradual]) => ({ gradual: gradual === 1 ? 2 : gradual, ...good })),
  anything.map((type) => ({ gradual: 1, type: known.has(type) ? 'ready' : type })),
  fc.constantFrom(...GOOD).map((good) => ({ ...good })),
  fc.constantFrom(...GOOD).map((good) => [{ gradual: 1, ...good }]),
  fc.constantFrom(...GOOD).map((good) => JSON.stringify({ gradual: 1, ...good })),
  fc
    .tuple(
      fc.constantFrom(...GOOD),
      fc.constantFrom('origin', 'embed', 'present', 'speaker', 'show', 'edit', 'more', '__proto__x'),
    )
    .map(([good, more]) => ({ gradual: 1, ...good, [more]: '1' })),
  fc.constantFrom(...GOOD).map((good) => ({ gradual: 1, id: {}, ...good })),
  fc
    .oneof(fc.integer({ min: 101 }), fc.double({ noInteger: true }), fc.string())
    .map((by) => ({ gradual: 1, type: 'step', by })),
  fc.integer({ max: -1 }).map((step) => ({ gradual: 1, type: 'seek', step })),
  fc.constantFrom(200_001, 300_000).map((length) => ({ gradual: 1, type: 'load', program: 'x'.repeat(length) })),
  fc.constantFrom(40_001).map((length) => ({ gradual: 1, type: 'setState', pass: 'x'.repeat(length) })),
  fc.string().map((kind) => ({ gradual: 1, type: 'hide', kinds: [`${kind}!`] })),
  anything.map((field) => ({ gradual: 1, type: 'setState', mode: [field] })),
)

test('nothing else is a request, whatever it is', () => {
  fc.assert(
    fc.property(wrong, (message) => requestIn(message) === null),
    { numRuns: 1000 },
  )
})

const windows = vi.hoisted(() => {
  const said: unknown[] = []
  const parent = { postMessage: (message: unknown) => said.push(message) }
  const listeners: ((event: unknown) => void)[] = []
  const addEventListener = (_: string, hear: (event: unknown) => void) => listeners.push(hear)
  return { said, parent, listeners, window: { parent, addEventListener } }
})

beforeEach(() => {
  vi.stubGlobal('window', windows.window)
})

test('messages of other windows, of another origin than the named one, and of wrong shapes change nothing', async () => {
  const { change, now } = await import('../store.ts')
  const { talkWithHost } = await import('./talk.ts')
  change({ host: 'https://lectures.example' })
  const end = talkWithHost()
  const before = now()
  const [hear] = windows.listeners
  const load = { gradual: 1, type: 'theme', theme: 'dark' }
  const right = { source: windows.parent, origin: 'https://lectures.example' }
  for (const event of [
    { ...right, source: windows.window, data: load },
    { ...right, source: {}, data: load },
    { ...right, source: null, data: load },
    { ...right, origin: 'https://lectures.example.org', data: load },
    { ...right, origin: 'http://lectures.example', data: load },
    { ...right, origin: 'null', data: load },
  ])
    hear(event)
  fc.assert(
    fc.property(wrong, (data) => hear({ ...right, data })),
    { numRuns: 1000 },
  )
  await new Promise((resolve) => setTimeout(resolve))
  expect(now()).toBe(before)
  hear({ ...right, data: { ...load, id: 'last' } })
  await vi.waitFor(
    () => expect(windows.said).toContainEqual(expect.objectContaining({ id: 'last', theme: 'dark' })),
    30_000,
  )
  end()
})
