import { foreignProblem } from '../foreign/recognised.ts'
import { buildGraph } from '../graph/build.ts'
import { parse } from '../language/parse.ts'
import { isFunctionName } from '../primitives/index.ts'
import type { Compiled, CompileOptions } from './compiled.ts'
import { lookedAt } from './looking.ts'

/**
 * Turns a text of the language of formulas into its computational graph. Never throws. A text that looks like another
 * language is refused, unless it is said to be this one.
 */
export function compileGradual(source: string, options: CompileOptions = {}): Compiled {
  const foreign = options.language === 'gradual' ? null : foreignProblem(source)
  if (foreign) return refused([foreign])
  const { program, diagnostics } = parse(source, isFunctionName)
  if (diagnostics.some(({ severity }) => severity === 'error')) return refused(diagnostics)
  return { ...lookedAt((how) => buildGraph(program, how), diagnostics, options), language: 'gradual' }
}

const refused = (diagnostics: Compiled['diagnostics']): Compiled => ({
  ...{ graph: null, inputs: [], diagnostics },
  language: 'gradual',
})
