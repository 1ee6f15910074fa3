import { describe, expect, it } from 'vitest'
import { codeOf } from '../../src/exports/code/code.ts'
import type { CodeLanguageName } from '../../src/exports/code/codeLanguage.ts'
import {
  type CodeCase,
  edgeCases,
  gradientCases,
  hostileCases,
  operationCases,
  publishedCases,
  pythonCases,
  randomCases,
} from './codeCases.ts'
import { difference } from './codeNumbers.ts'
import { pythonWith, runPython } from './runPython.ts'

/** JAX compiles each operation at each shape, which takes long: it gets fewer of the many. */
const KINDS: Readonly<Record<string, (isFew: boolean) => readonly CodeCase[]>> = {
  'published programs': publishedCases,
  'a hostile program': hostileCases,
  'programs in Python': pythonCases,
  'published gradients': (isFew) => gradientCases().filter((_, i) => !isFew || i % 8 === 0),
  'kinks and other edges': edgeCases,
  'random programs': (isFew) => (isFew ? randomCases(25, 20) : randomCases()),
  'every operation': (isFew) => operationCases(isFew ? 1 : 4),
}

const LIBRARIES: readonly (readonly [CodeLanguageName, string, 'forward' | 'reverse'])[] = [
  ['NumPy', 'numpy', 'reverse'],
  ['PyTorch', 'torch', 'reverse'],
  ['JAX', 'jax', 'reverse'],
  ['JAX', 'jax', 'forward'],
]

const TWENTY_MINUTES = 1_200_000

/** Libraries sum in other orders, and have other ways to a function's last digits. */
const BOUND = 1e-11

/** What each file says that is not the engine's, and what was refused. */
function wrongOf(cases: readonly CodeCase[], name: CodeLanguageName, mode: 'forward' | 'reverse', python: string) {
  const files = cases.map((each) => ({ each, made: codeOf(name, { ...each, mode, decides: false }) }))
  const written = files.flatMap(({ each, made }) => ('data' in made ? [{ each, text: made.data as string }] : []))
  const refused = files.flatMap(({ each, made }) => ('says' in made ? [`${each.name}: ${made.says}`] : []))
  const runs = runPython(
    python,
    written.map(({ text }) => text),
  )
  const wrong = runs.flatMap(({ printed, failed }, i) => {
    const { each } = written[i]
    const says = failed ?? difference(each, JSON.parse(printed ?? 'null'), BOUND)
    return says === null ? [] : [`${each.name}\n   ${says}`]
  })
  return { wrong, refused }
}

describe.each(LIBRARIES)('files for %s', (name, library, mode) => {
  const python = pythonWith(library)
  if (!python) {
    it.skip(`are not run: no Python here has ${library}`)
    return
  }
  it.each(Object.entries(KINDS))(
    `print the engine's numbers, in ${mode} mode: %s`,
    (_, cases) => {
      const { wrong, refused } = wrongOf(cases(name === 'JAX'), name, mode, python)
      expect(wrong).toEqual([])
      expect(refused.filter((each) => !/polygamma|several axes/.test(each))).toEqual([])
    },
    TWENTY_MINUTES,
  )
})
