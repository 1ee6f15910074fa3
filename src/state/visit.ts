import { edit } from './document.ts'
import { language } from './language.ts'
import { later } from './later.ts'
import { opening } from './opening.ts'
import { KEYS, read, write } from './storage.ts'
import { change, now, type State, type Theme, useGradual } from './store.ts'

/** Links come after the first graph, unless one leads to it. */
export const links = later('What reads and writes links', () => import('./moment.ts'))

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
  const moment = fragment.length > 1 && (await links.ask())
  if (moment) await moment.openLink(fragment, program)
  else await openProgram(program)
  if (fragment.length > 1 && !moment) void follow(fragment)
  rememberChanges()
}

async function openProgram(program: string): Promise<void> {
  if (program !== opening.source) await language.ask()
  edit(program)
}

/** A link that waits until it can be read; the address keeps it. */
let unread: string | null = null

/** Follows a link in the address of the open page, or opens it late. */
export async function follow(fragment: string): Promise<void> {
  unread = fragment
  void links.ask()
  const { followLink } = await links.here
  if (unread !== fragment) return
  unread = null
  await followLink(fragment)
}

/** Opens the page anew, with the program and, where links can be written, the moment. */
export async function reload(): Promise<void> {
  write(KEYS.program, now().source)
  if (links.now) await keepAddress(links.now)
  location.reload()
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
  ...(['source', 'shown', 'position', 'playing', 'theme', 'shortcuts', 'open', 'unrolled'] as const),
  ...(['tab', 'view', 'from', 'to', 'path', 'typed', 'order', 'seeds'] as const),
  ...(['bracketing', 'multiplied', 'patterns', 'turned', 'eliminated'] as const),
  ...(['revealed', 'form', 'stepExponent', 'nudge', 'over', 'node'] as const),
]

const sameMoment = (a: State, b: State) => FIELDS.every((field) => a[field] === b[field])

async function keepEverything(): Promise<void> {
  const { source, theme, shortcuts } = now()
  write(KEYS.program, source)
  write(KEYS.preferences, { theme, shortcuts } satisfies Preferences)
  const moment = unread === null && (await links.ask())
  if (moment) await keepAddress(moment)
  // The link before may be to another program, which would hide this one.
  else if (unread === null) history.replaceState(null, '', location.pathname)
}

const keepAddress = async ({ currentLink }: NonNullable<typeof links.now>): Promise<void> =>
  history.replaceState(null, '', await currentLink())
