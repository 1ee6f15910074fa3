import type { Mode } from '../autodiff/pass.ts'
import { otherMode } from '../autodiff/pass.ts'
import { passCount, seedAt, seedIndex } from '../autodiff/seeds.ts'
import { countData } from './document.ts'
import { scrubTo } from './playback.ts'
import { currentSession } from './session.ts'
import { change, now } from './store.ts'

/**
 * Seeds an input (forward mode) or an output (reverse mode), by the index of its seed: its pass stands at the start. Data that
 * are seeded are differentiated.
 */
export function seed(mode: Mode, index: number): void {
  const graph = currentSession(now())?.graph
  if (!graph) return
  if (mode === 'reverse' || index < passCount(graph, mode)) goToPassOf(mode, index)
  else {
    countData(true)
    const counted = currentSession(now())?.graph ?? graph
    goToPassOf(mode, Math.max(0, seedIndex(counted, mode, seedAt(graph, mode, index).name)))
  }
}

function goToPassOf(mode: Mode, index: number): void {
  const { position } = now()
  const other = otherMode(mode)
  change({ preferred: mode })
  scrubTo({ ...position, [mode]: index + 1, [other]: Math.max(1, position[other]), step: 0, term: 0 })
}
