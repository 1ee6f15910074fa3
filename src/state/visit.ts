import { keptIn } from './choices/kept.ts'
import { edit } from './document.ts'
import { isEmbedded, leadsAcross } from './embedded.ts'
import { language } from './language.ts'
import { later } from './later.ts'
import { followAddress, keepAddress, links, standAt } from './links.ts'
import { opening } from './opening.ts'
import { slotted } from './recent.ts'
import { KEYS, ofTab, read } from './storage.ts'
import { change, now } from './store.ts'

/** What the address without a link shows. */
let unlinked = opening.source

export const upkeep = later('What keeps your program in this browser', () => import('./upkeep.ts'))

/** Opens the link's moment, else the program that the tab or the browser kept, else the lecture's example. */
export async function openFirst(fragment: string): Promise<void> {
  change(keptIn(Object(read(KEYS.preferences))))
  change({ firstSteps: fragment.length <= 1 && !now().introduced && slotted().length === 0 })
  const source = await lastProgram()
  unlinked = source
  change({ source, reading: slotted().find((kept) => kept.source === source)?.reading ?? null })
  const moment = fragment.length > 1 && (await links.ask())
  if (moment) await moment.openLink(fragment, source)
  else await openProgram(source)
  if (fragment.length > 1 && !moment) goWhere(fragment)
  else standAt(fragment)
  if (!isEmbedded) void upkeep.ask()
}

/** Goes where the address of the open page leads now. */
export const goWhere = (fragment: string): void => {
  if (leadsAcross(fragment)) location.reload()
  else void followAddress(fragment, unlinked)
}

/** Opens the page anew, with the program and, where links can be written, the moment. */
export async function reload(): Promise<void> {
  upkeep.now?.keepProgram()
  await keepAddress()
  location.reload()
}

/** Shorter programs cannot make the page stand still. */
const SHORT = 10_000

/** The latest that can be opened: of this tab, where it is reloaded, or else of any. */
async function lastProgram(): Promise<string> {
  const { source } = Object(read(KEYS.tab, ofTab))
  const own = typeof source === 'string' ? [source] : []
  for (const program of new Set([...own, ...slotted().map((kept) => kept.source)])) {
    if (program.trim() === '') break
    if (program.length <= SHORT || (await links.ask())?.isRefused(program, 'Your program') === false) return program
  }
  return opening.source
}

async function openProgram(program: string): Promise<void> {
  if (program !== opening.source) await language.ask()
  edit(program)
}
