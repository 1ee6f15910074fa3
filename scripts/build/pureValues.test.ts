import { expect, test } from 'vitest'
import { marked } from './pureValues.ts'

test('what makes the values of variables is marked, and nothing else', () => {
  expect(marked('var a = (function of() {})(3), b = 1\nexport const c = new Map()\nlet d\nf(2)')).toBe(
    'var a = /* @__PURE__ */ (function of() {})(3), b = 1\nexport const c = /* @__PURE__ */ new Map()\nlet d\nf(2)',
  )
})
