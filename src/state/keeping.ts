import { opening } from './opening.ts'
import { programOf, SLOTS, slotted } from './recent.ts'
import { forget, KEYS, keepText, kept, ofTab, read, write } from './storage.ts'
import { now, type State } from './store.ts'

/** Where the program of this tab is kept, and what was put there. */
interface Own {
  readonly slot: string
  readonly source: string
  readonly reading: State['reading']
  /** As the store has it. */
  readonly text: string
}

/** The program of this tab. */
const tab: {
  own: Own | null
  /** As it was opened; null before any was. */
  opened: string | null
  /** Whether the user has written in it since, or on an earlier visit. */
  typed: boolean
  /** Whether it has gone to another slot, after another tab had taken its own. */
  isRestored: boolean
} = { own: null, opened: null, typed: false, isRestored: false }

/** From now on the tab's program is this one, which stands in a slot already or will be given one. */
function adopt(source: string, wasTyped: boolean): void {
  const known = slotted().find((program) => program.source === source)
  const text = known && kept(known.slot)
  tab.own = known && text ? { slot: known.slot, source, reading: known.reading, text } : null
  tab.opened = source
  tab.typed = known?.typed ?? wasTyped
}

/**
 * Another program takes the place of the tab's, which stays among the recent ones; not where it was only `passing`, as
 * those of a lesson's scenes are unless the user has written in them.
 */
export function replaceProgram(before: string, after: string, passing = false): void {
  if (before === after) return
  if (passing && !tab.typed && before === tab.opened) {
    tab.opened = after
    return
  }
  keep(before)
  adopt(after, false)
}

/**
 * Keeps the tab's program: for a reload of this tab, and for the visits to come. Says false where what the user wrote could
 * not be kept.
 */
export function keep(source: string): boolean {
  // The first is what an earlier visit kept.
  if (tab.opened === null) adopt(source, true)
  tab.typed ||= source !== tab.opened
  if (source === opening.source) forget(KEYS.tab, ofTab)
  else write(KEYS.tab, { source }, ofTab)
  return source.trim() === '' || source === opening.source || keepInSlot(source) || !tab.typed
}

/** A slot that holds something else than what this tab put there has become another tab's. */
function keepInSlot(source: string): boolean {
  const { own, typed } = tab
  const mine = own && kept(own.slot) === own.text ? own : null
  const { reading } = now()
  if (mine?.source === source && mine.reading === reading) return true
  const slot = mine?.slot ?? slotFor(source)
  const text = JSON.stringify({ source, at: Date.now(), typed, reading: reading ?? undefined })
  if (!put(slot, text)) return false
  tab.own = { slot, source, reading, text }
  tab.isRestored = false
  return true
}

function slotFor(source: string): string {
  const programs = slotted()
  const same = programs.find((program) => program.source === source)
  return same?.slot ?? freeSlot() ?? leastOf(programs)[0].slot
}

const freeSlot = () => SLOTS.find((slot) => programOf(read(slot)) === null)

/** Those that give way first come first: what was opened only, then what was written longest ago. */
const leastOf = (programs: ReturnType<typeof slotted>) =>
  [...programs].sort((a, b) => Number(a.typed) - Number(b.typed) || a.at - b.at)

/** Where the store is full, other programs give way; they stay where that does not make room enough. */
function put(slot: string, text: string): boolean {
  if (keepText(slot, text)) return true
  const [least] = leastOf(slotted().filter((program) => program.slot !== slot))
  const before = least && kept(least.slot)
  if (!before || !forget(least.slot)) return false
  if (put(slot, text)) return true
  keepText(least.slot, before)
  return false
}

/** Where another tab has taken the slot, the program of this one goes to another: once, so that tabs do not chase each other. */
export function keepAgain({ key, newValue }: StorageEvent, source: string): void {
  if (newValue === null || key !== tab.own?.slot || tab.isRestored) return
  keep(source)
  tab.isRestored = true
}

/** Earlier versions kept recent programs in one list. */
export function takeOverList(): void {
  const list = read(EARLIER)
  forget(EARLIER)
  for (const item of Array.isArray(list) ? list : []) {
    const [program, slot] = [programOf(item), freeSlot()]
    if (program && slot) write(slot, program)
  }
}
const EARLIER = 'gradual:recent'
