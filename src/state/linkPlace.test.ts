import { beforeAll, expect, test, vi } from 'vitest'
import { START } from '../trace/position.ts'
import { edit } from './document.ts'
import { language } from './language.ts'
import { placeInPasses, placeSaid } from './linkPlace.ts'
import { show } from './playback.ts'
import { change, now } from './store.ts'

beforeAll(async () => {
  vi.stubGlobal('cancelAnimationFrame', () => {})
  await language.get()
})

test('a pass whose name an input and an output share is found again, whichever it is', () => {
  edit('w = 2\nx = 3\noutput x\nf = x*w')
  for (const shown of ['compare', 'forward', 'reverse'] as const)
    for (const preferred of ['forward', 'reverse'] as const)
      for (const [forward, reverse] of [
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 2],
      ]) {
        show(shown)
        const position = { forward, reverse, step: 1, term: 0 }
        change({ position, preferred })
        const said = placeSaid(now())
        change({ position: START, preferred: preferred === 'forward' ? 'reverse' : 'forward' })
        placeInPasses(said ?? {})
        const { position: found } = now()
        if (shown !== 'reverse') expect(found.forward, JSON.stringify({ said, preferred })).toBe(forward)
        if (shown !== 'forward') expect(found.reverse, JSON.stringify({ said, preferred })).toBe(reverse)
        expect(placeSaid(now())).toEqual(said)
      }
})

test('the terms that have arrived and the node at hand are found again; of more terms than there are, the last', () => {
  edit('x = 2\nf = x*x + sin(x)')
  show('reverse')
  const position = { forward: 1, reverse: 1, step: 3, term: 2 }
  change({ position, highlight: now().compilation.graph?.id[0] ?? null })
  const said = placeSaid(now())
  expect(said).toMatchObject({ term: 2, hand: 'x' })
  change({ position: START, highlight: null })
  placeInPasses(said ?? {})
  expect(now().position).toEqual(position)
  expect(now().highlight).toBe(now().compilation.graph?.id[0])
  placeInPasses({ ...said, term: 99 })
  expect(now().position.term).toBe(2)
})
