import { beforeEach, expect, it } from 'vitest'
import { bring, endShow, startShow, toggleBlank, toggleTool, useShow } from './show.ts'
import { change, now } from './store.ts'

beforeEach(() => {
  endShow()
  change({ tab: 'graph' })
  startShow()
})

it('formulas are the unfolded caption, and the second press puts back what was there', () => {
  bring('formula')
  expect(now().tab).toBe('step')
  bring('formula')
  expect([now().tab, useShow.getState().brought]).toEqual(['graph', null])
})

it('the table is the trace, another page of the ledger that is open, or the chapter’s page', () => {
  bring('table')
  expect(now().tab).toBe('trace')
  bring('table')
  for (const tab of ['jacobian', 'cost', 'train'] as const) {
    change({ tab })
    bring('table')
    expect([now().tab, useShow.getState().brought]).toEqual([tab, 'table'])
    bring('table')
    expect(now().tab).toBe(tab)
  }
})

it('one follows the other, and what was open before both comes back', () => {
  change({ tab: 'jacobian' })
  bring('formula')
  bring('table')
  expect([now().tab, useShow.getState().brought]).toEqual(['jacobian', 'table'])
})

it('the end of the show ends all that it held', () => {
  toggleTool('pen')
  toggleBlank()
  bring('formula')
  endShow()
  expect(now().presenting).toBe(false)
  expect(now().tab).toBe('graph')
  expect(useShow.getState()).toMatchObject({ blank: false, tool: null, brought: null })
})
