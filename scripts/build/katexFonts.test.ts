import { readdirSync, readFileSync } from 'node:fs'
import katex from 'katex'
import { expect, test } from 'vitest'

/** Commands whose alphabets are not served. */
const LEFT_OUT = /\\(?:math(?:bb|bf|cal|frak|scr|sf|tt)|text(?:bf|sf|tt)|bm|bold|boldsymbol|pmb)\b/

/** What reads formulas of others names their commands, and what is written for TeX itself has all of its fonts. */
const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^(?!latex\/|exports\/).*\.tsx?$/.test(file),
)

test('no formula asks for an alphabet that is not served', () => {
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((file) => LEFT_OUT.test(readFileSync(`src/${file}`, 'utf8')))).toEqual([])
})

test('no formula has a sign of the alphabet of the AMS, which is not served', () => {
  const commands = new Set(files.flatMap((file) => readFileSync(`src/${file}`, 'utf8').match(/\\[a-z]+/gi) ?? []))
  const isOfAms = (command: string) =>
    katex.renderToString(command, { throwOnError: false, strict: 'ignore' }).includes('amsrm')
  expect(isOfAms('\\blacksquare')).toBe(true)
  expect([...commands].filter(isOfAms)).toEqual([])
})
