import type { CodeSource, NoCode } from '../../exports/code/code.ts'
import type { CodeLanguageName } from '../../exports/code/codeLanguage.ts'
import type { ExportedFile } from '../../exports/exported.ts'
import { compiled } from '../compiled.ts'
import { requestOf } from '../document.ts'
import { hiddenKinds, hidesResults } from '../hiding.ts'
import { later } from '../later.ts'
import { modeAtHand } from '../session.ts'
import { now, type State } from '../store.ts'
import { helper } from '../worker.ts'

const compiling = later('What opens the program’s functions', () => import('../compiler.ts'))

/** Thousands of lines take long to write. */
const writer = helper<CodeLanguageName, ExportedFile | NoCode, CodeSource>({
  start: () => new Worker(new URL('./code.worker.ts', import.meta.url), { type: 'module' }),
  isAble: 'Worker' in globalThis,
  instead: {
    sentence: 'The worker that writes code does not run: the page may halt while a long program is written.',
    answer: async (name, source) => (await import('../../exports/code/code.ts')).codeOf(name, source),
  },
})

/** The program on the screen at its point as a file of code; or why there is none. */
export async function codeAtHand(name: CodeLanguageName): Promise<ExportedFile | NoCode> {
  const source = await sourceAtHand()
  return 'says' in source ? source : writer.ask(name, { turn: 'latest', about: source })
}

/** Why there can be no code now; null where there can. */
function codeRefused(state: State): string | null {
  if (!state.compilation.graph?.size || state.compilation.outOfDate)
    return 'Code needs a program that works: this one has a problem, or nothing in it yet.'
  if (hiddenKinds(state).size > 0 || state.covered.size > 0 || hidesResults(state))
    return 'Numbers are hidden here, and code would tell them. Reveal them to have the program as code.'
  return null
}

/** What code is written from: the program once with its functions opened, once with them closed. */
async function sourceAtHand(): Promise<CodeSource | NoCode> {
  await compiled()
  const state = now()
  const says = codeRefused(state)
  if (says) return { says }
  const { besides } = await compiling.get()
  const { source, options } = requestOf(state)
  const asked = { ...options, language: state.compilation.language, unrolled: false }
  const about = state.compilation.graph
  const { graph } = await besides.ask({ source, options: { ...asked, open: 'all' } }, { about })
  if (!graph) return { says: 'The program has mistakes: its problems say where.' }
  const { decides = false, language } = state.compilation
  // What ran in Python has loops and blocks as functions, whose names say little in code.
  const closed =
    language === 'gradual'
      ? (await besides.ask({ source, options: { ...asked, open: new Set() } }, { about })).graph
      : null
  return { program: source, graph, closed, mode: modeAtHand(state), decides }
}
