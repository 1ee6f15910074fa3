import { compilerLoaded, edit } from './document.ts'
import { opening } from './opening.ts'
import { slotted } from './recent.ts'
import { KEYS, ofTab, read } from './storage.ts'
import { change, THEMES } from './store.ts'

/** What the address without a link shows. */
let unlinked = opening.source

/** Links come after the first graph, unless one leads to it. */
export const links = () => import('./moment.ts')

/** Opens the link's moment, else the program that the tab or the browser kept, else the lecture's example. */
export async function start(fragment: string): Promise<void> {
  const { theme, shortcuts } = Object(read(KEYS.preferences))
  change({ theme: THEMES.find((name) => name === theme) ?? null, shortcuts: shortcuts !== false })
  const source = await lastProgram()
  unlinked = source
  change({ source })
  if (fragment.length > 1) await (await links()).openLink(fragment, source)
  else await openProgram(source)
  void import('./upkeep.ts').then(({ keepUp }) => keepUp())
}

/** Goes where the address of the open page leads now. */
export const follow = async (fragment: string) => (await links()).followLink(fragment, unlinked)

/** Shorter programs cannot make the page stand still. */
const SHORT = 10_000

/** The latest that can be opened: of this tab, where it is reloaded, or else of any. */
async function lastProgram(): Promise<string> {
  const { source } = Object(read(KEYS.tab, ofTab))
  const own = typeof source === 'string' ? [source] : []
  for (const program of new Set([...own, ...slotted().map((kept) => kept.source)])) {
    if (program.trim() === '') break
    if (program.length <= SHORT || !(await links()).isRefused(program, 'Your program')) return program
  }
  return opening.source
}

async function openProgram(program: string): Promise<void> {
  if (program !== opening.source) await compilerLoaded
  edit(program)
}
