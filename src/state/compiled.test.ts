import { expect, test } from 'vitest'
import { NOTHING_YET } from './compilation.ts'
import { compiled, isCompiled } from './compiled.ts'
import { change, now } from './store.ts'

const compile = (source: string) => change({ compilation: { ...NOTHING_YET, source } })

test('what the text has become is there at once, or when it is compiled; of a text that was replaced, what the next becomes', async () => {
  change({ source: 'x = 1' })
  compile('x = 1')
  expect((await compiled()).source).toBe('x = 1')
  change({ source: 'x = 2' })
  expect(isCompiled(now())).toBe(false)
  const come = compiled()
  change({ source: 'x = 3' })
  compile('x = 2')
  compile('x = 3')
  compile('x = 4')
  expect((await come).source).toBe('x = 3')
})
