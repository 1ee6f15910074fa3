import { START } from '../trace/position.ts'
import { edit } from './document.ts'
import { replaceProgram } from './keeping.ts'
import { pause } from './playback.ts'
import { isRefused } from './refusal.ts'
import { UNIT_SEEDS } from './seeds.ts'
import { change, now, type State } from './store.ts'

/** Opens another program, read as it looks or as the user has said; the one that was there stays among the recent ones. */
export function open(source: string, reading: State['reading'] = null): void {
  if (isRefused(source, 'This program')) return
  replaceProgram(now().source, source)
  pause()
  change({ open: new Set(), order: null, seeds: UNIT_SEEDS, sight: null, hessianOutput: null, reading })
  // They were said of the program before.
  change({ locked: new Set(), parts: null })
  edit(source)
  change({ position: START })
}
