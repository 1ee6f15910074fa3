import { describe, expect, it } from 'vitest'
import { codeOf } from '../src/exports/code/code.ts'
import { CODE_LANGUAGES, type CodeLanguageName } from '../src/exports/code/codeLanguage.ts'
import { isArrayPrimitive } from '../src/primitives/arrayPrimitive.ts'
import {
  type CodeCase,
  edgeCases,
  gradientCases,
  hostileCases,
  operationCases,
  publishedCases,
  pythonCases,
  randomCases,
} from './exports/codeCases.ts'
import { difference } from './exports/codeNumbers.ts'
import { arrayPrimitives, primitives } from './registry.ts'
import { runTypescript } from './runTypescript.ts'

const written = (name: CodeLanguageName, each: CodeCase) => codeOf(name, { ...each, mode: 'reverse', decides: false })

/** Relative to the pass of absolute partials. */
const BOUND = 1e-12

/** Of one entry there is no deviation: written out as numbers its derivative is 0, and NaN as an array. */
const hasDeviation = ({ program, graph }: CodeCase): boolean => !/^sample/.test(program) || graph.offset[1] > 1

const KINDS = {
  'published programs': publishedCases,
  'a hostile program': hostileCases,
  'programs in Python': pythonCases,
  'published gradients': () => gradientCases().filter((_, i) => i % 5 === 0),
  'kinks and other edges': edgeCases,
  'random programs': () => randomCases(30, 20),
  'every operation': () => operationCases(2).filter(hasDeviation),
} as const

describe('code in TypeScript prints the numbers of the engine', () => {
  it.each(Object.entries(KINDS))('%s', async (_, cases) => {
    const wrong: string[] = []
    for (const each of cases()) {
      const made = written('TypeScript', each)
      if ('says' in made) expect(made.says).toMatch(/written out as numbers/)
      else {
        const says = difference(each, await runTypescript(String(made.data)), BOUND)
        if (says !== null) wrong.push(`${each.name}\n   ${says}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

describe.each(CODE_LANGUAGES)('in %s', (name) => {
  it('every operation is said, or refused by a sentence that names the language', () => {
    const cases = operationCases(1)
    for (const operation of [...primitives, ...arrayPrimitives]) {
      const own = cases.filter(({ program }) => program === operation.name)
      expect(own.length, operation.name).toBeGreaterThan(0)
      const made = own.map((each) => written(name, each))
      const refused = made.flatMap((each) => ('says' in each ? [each.says] : []))
      expect(refused.length, operation.name).toBeLessThan(made.length)
      for (const says of refused) expect(says, operation.name).toContain(isArrayPrimitive(operation) ? '' : name)
    }
  })
})
