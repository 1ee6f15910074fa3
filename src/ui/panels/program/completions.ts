import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { parse } from '../../../language/parse.ts'
import type { Statement } from '../../../language/syntax.ts'
import { languageAtHand } from '../../../state/languageAtHand.ts'
import { now } from '../../../state/store.ts'
import { functions } from './functions.ts'

const ROLES: readonly Completion[] = [
  { label: 'param', detail: 'w = 0.5', info: 'An input that training changes' },
  { label: 'data', detail: 't = 1', info: 'An input that comes from data' },
  { label: 'const', detail: 'k = 3', info: 'A number that is no input' },
  { label: 'output', detail: 'f = …', info: 'An output, even if other definitions use it' },
].map((role) => ({ ...role, type: 'keyword', apply: `${role.label} ` }))

const CONSTANTS: readonly Completion[] = [
  { label: 'pi', detail: '3.14159…', info: 'The circle constant', type: 'constant' },
  { label: 'e', detail: '2.71828…', info: 'The base of the natural logarithm', type: 'constant' },
]

/** Functions by each of their spellings, with what they give. */
const FUNCTIONS: readonly Completion[] = functions
  .filter(({ name }) => /^\w+$/.test(name))
  .map(({ name, operands, meaning }) => ({
    ...{ label: name, detail: operands, info: meaning, type: 'function' },
    apply: `${name}(`,
  }))

/** What the program itself defines. */
function defined(statement: Statement): Completion[] {
  if (statement.kind === 'definition') return [{ label: statement.name, type: 'variable', boost: 1 }]
  if (statement.kind !== 'function') return []
  const parameters = statement.parameters.map(({ name }) => name)
  return [
    {
      label: statement.name,
      detail: `(${parameters.join(', ')})`,
      type: 'function',
      apply: `${statement.name}(`,
      boost: 1,
    },
    ...parameters.map((label) => ({ label, type: 'variable' })),
  ]
}

const named = (completions: readonly Completion[]) => [
  ...new Map(completions.map((completion) => [completion.label, completion])).values(),
]

/** What can stand at the caret: functions, the program's names, constants; role words where a line begins. */
export function completions(context: CompletionContext): CompletionResult | null {
  if (languageAtHand(now()) === 'python') return null
  const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*/u)
  if (!word && !context.explicit) return null
  const from = word?.from ?? context.pos
  const line = context.state.doc.lineAt(from)
  const before = line.text.slice(0, from - line.from)
  if (before.includes('#') || /\d$/.test(before)) return null
  const own = parse(context.state.doc.toString()).program.statements.flatMap(defined)
  const roles = before.trim() === '' ? ROLES : []
  return {
    from,
    options: named([...CONSTANTS, ...FUNCTIONS, ...own, ...roles].filter(({ label }) => label !== word?.text)),
    validFor: /^[\p{L}\p{N}_]*$/u,
  }
}
