import { opening } from './opening.ts'
import { programOf, SLOTS, slotted } from './recent.ts'
import { forget, KEYS, keepText, kept, ofTab, read, write } from './storage.ts'

/** Where the program of this tab is kept, and what was put there. */
interface Own {
  readonly slot: string
  readonly source: string
  /** As the store has it. */
  readonly text: string
}

let own: Own | null = null
/** The program as it was opened, and whether the user has written in it since, or on an earlier visit. */
let opened: string | null = null
let typed = false

/** From now on the tab's program is this one, which stands in a slot already or will be given one. */
function adopt(source: string, wasTyped: boolean): void {
  const known = slotted().find((program) => program.source === source)
  const text = known && kept(known.slot)
  own = known && text ? { slot: known.slot, source, text } : null
  opened = source
  typed = known?.typed ?? wasTyped
}

/** Another program takes the place of the tab's, which stays among the recent ones. */
export function replace(before: string, after: string): void {
  if (before === after) return
  keep(before)
  adopt(after, false)
}

/**
 * Keeps the tab's program: for a reload of this tab, and for the visits to come. Says false where what the user wrote could
 * not be kept.
 */
export function keep(source: string): boolean {
  // The first is what an earlier visit kept.
  if (opened === null) adopt(source, true)
  typed ||= source !== opened
  if (source === opening.source) forget(KEYS.tab, ofTab)
  else write(KEYS.tab, { source }, ofTab)
  return source.trim() === '' || source === opening.source || keepInSlot(source) || !typed
}

/** A slot that holds something else than what this tab put there has become another tab's. */
function keepInSlot(source: string): boolean {
  const mine = own && kept(own.slot) === own.text ? own : null
  if (mine?.source === source) return true
  const slot = mine?.slot ?? slotFor(source)
  const text = JSON.stringify({ source, at: Date.now(), typed })
  if (!put(slot, text)) return false
  own = { slot, source, text }
  isRestored = false
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
  if (newValue === null || key !== own?.slot || isRestored) return
  keep(source)
  isRestored = true
}
let isRestored = false

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
