import { beforeAll, expect, test, vi } from 'vitest'
import { edit } from './document.ts'
import { give, waitingFor } from './inputValues.ts'
import { language } from './language.ts'
import { change, now } from './store.ts'

beforeAll(async () => {
  vi.stubGlobal('cancelAnimationFrame', () => {})
  await language.ask()
})

test('values that are given while a text is compiled wait for it, the latest of each input', async () => {
  edit('x = 1\ny = 2\nf = x*y')
  const { compilation } = now()
  change({ compilation: { ...compilation, source: '' } })
  give('x', 5)
  give('x', 6)
  give('y', 7)
  expect([waitingFor('x'), waitingFor('y'), now().source]).toEqual([6, 7, compilation.source])
  change({ compilation })
  await vi.waitFor(() => expect(now().source).toBe('x = 6\ny = 7\nf = x*y'))
  expect(waitingFor('x')).toBeUndefined()
})
