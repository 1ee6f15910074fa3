import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Commands whose alphabets are not served. */
const LEFT_OUT = /\\(?:math(?:bb|bf|cal|frak|scr|sf|tt)|text(?:bf|sf|tt)|bm|bold|boldsymbol|pmb)\b/

/** What reads formulas of others names their commands. */
test('no formula asks for an alphabet that is not served', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?!latex\/).*\.tsx?$/.test(file),
  )
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((file) => LEFT_OUT.test(readFileSync(`src/${file}`, 'utf8')))).toEqual([])
})
