import type { Primal } from '../../autodiff/pass.ts'
import { shapeAt } from '../../graph/nodes.ts'
import type { CodeLanguage } from './codeLanguage.ts'
import type { ExpressionWriter } from './expressions.ts'
import { quoted } from './literals.ts'

/** By name, the inputs at the program's point as the library has them. */
export function pythonInputs({ graph, values }: Primal, { lifted, number, array }: CodeLanguage): string[] {
  const written = graph.inputs.map(({ name, node }) => {
    const shape = shapeAt(graph, node)
    const entries = values.subarray(graph.offset[node], graph.offset[node + 1])
    const value =
      shape.length === 0
        ? lifted({ text: number(entries[0]), rank: 0, literal: entries[0] }).text
        : array(shape, entries)
    return `    ${quoted(name)}: ${value},`
  })
  return ['inputs = {', ...written, '}']
}

export const indented = (lines: readonly string[], by = 4): string[] => lines.map((line) => ' '.repeat(by) + line)

/** The program and the functions that it calls. */
export function definitions(writer: ExpressionWriter, pass: Primal): string[] {
  const program = writer.program(pass)
  const own = writer.functions.flatMap(({ name, parameters, body, results: [{ value }] }) => [
    `def ${name}(${parameters.join(', ')}):`,
    ...indented([...body, `return ${value}`]),
    ...['', ''],
  ])
  const results = program.results.map(({ name, value }) => `${quoted(name)}: ${value}`)
  return [
    ...['', ...own, `def program(${program.parameters.join(', ')}):`],
    ...indented([...program.body, `return {${results.join(', ')}}`]),
    '',
  ]
}
