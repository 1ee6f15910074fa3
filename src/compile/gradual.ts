import { buildGraph } from '../graph/build.ts'
import { parse } from '../language/parse.ts'
import { isFunctionName } from '../primitives/index.ts'
import type { Compiled, CompileOptions } from './compiled.ts'
import { lookedAt } from './looking.ts'

/** Turns a text of the language of formulas into its computational graph. Never throws. */
export function compileGradual(source: string, options: CompileOptions = {}): Compiled {
  const { program, diagnostics } = parse(source, isFunctionName)
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return { graph: null, inputs: [], diagnostics, language: 'gradual' }
  return { ...lookedAt((how) => buildGraph(program, how), diagnostics, options), language: 'gradual' }
}
