import { compilerLoaded, edit } from './document.ts'
import { opening } from './opening.ts'
import { KEYS, read, write } from './storage.ts'
import { change, now, type State, type Theme, useGradual } from './store.ts'

/** Links come after the first graph, unless one leads to it. */
export const links = () => import('./moment.ts')

interface Preferences {
  readonly theme: Theme | null
  readonly shortcuts: boolean
}

/** Opens the link's moment, else the program of the last visit, else the lecture's example. */
export async function start(fragment: string): Promise<void> {
  const { theme, shortcuts } = read<Preferences>(KEYS.preferences, { theme: null, shortcuts: true })
  const kept = read<unknown>(KEYS.program, null)
  const source = typeof kept === 'string' ? kept : ''
  change({ theme, shortcuts, source })
  const program = source.trim() === '' ? opening.source : source
  if (fragment.length > 1) await (await links()).openLink(fragment, program)
  else await openProgram(program)
  rememberChanges()
}

async function openProgram(program: string): Promise<void> {
  if (program !== opening.source) await compilerLoaded
  edit(program)
}

/** Keeps the program, the preferences and the address bar up to date, a moment after the last change. */
function rememberChanges(): void {
  let timer = 0
  useGradual.subscribe((state, before) => {
    if (state.playing || sameMoment(state, before)) return
    clearTimeout(timer)
    timer = window.setTimeout(keepEverything, 400)
  })
  addEventListener('pagehide', () => write(KEYS.program, now().source))
}

const FIELDS = [
  ...(['source', 'shown', 'position', 'playing', 'theme', 'shortcuts', 'open', 'unrolled', 'data'] as const),
  ...(['tab', 'view', 'from', 'to', 'path', 'typed', 'order', 'seeds'] as const),
  ...(['bracketing', 'multiplied', 'patterns', 'turned', 'eliminated'] as const),
  ...(['revealed', 'form', 'stepExponent', 'nudge', 'over', 'node'] as const),
]

const sameMoment = (a: State, b: State) => FIELDS.every((field) => a[field] === b[field])

async function keepEverything(): Promise<void> {
  const { source, theme, shortcuts } = now()
  write(KEYS.program, source)
  write(KEYS.preferences, { theme, shortcuts } satisfies Preferences)
  history.replaceState(null, '', await (await links()).currentLink())
}
