import { edit } from './document.ts'
import { replaceProgram } from './keeping.ts'
import { pause } from './playback.ts'
import { START } from './position.ts'
import { isRefused } from './refusal.ts'
import { UNIT_SEEDS } from './seeds.ts'
import { change, now } from './store.ts'

/** Opens another program; the one that was there stays among the recent ones. */
export function open(source: string): void {
  if (isRefused(source, 'This program')) return
  replaceProgram(now().source, source)
  pause()
  change({ open: new Set(), order: null, seeds: UNIT_SEEDS, sight: null, hessianOutput: null, reading: null })
  edit(source)
  change({ position: START })
}
