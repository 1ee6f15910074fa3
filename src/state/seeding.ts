import type { Mode } from '../autodiff/pass.ts'
import { clamped, START } from '../trace/position.ts'
import { pause, play, show } from './playback.ts'
import { seed } from './seedPass.ts'
import { type Weights, writeSeed } from './seedText.ts'
import { currentSession, ownSeeds } from './session.ts'
import { change, now } from './store.ts'

// It is there for whoever gives seeds.
void ownSeeds.ask()

/**
 * Gives a mode a seed of the user's own, or unit seeds again; the position stays where there is one. Of a Hessian-vector
 * product only the direction can be another.
 */
export function setSeed(mode: Mode, weights: Weights | null): void {
  pause()
  const { seeds } = now()
  const hvp = mode === 'forward' && weights ? seeds.hvp : null
  change({ seeds: { ...seeds, [mode]: weights && writeSeed(weights), hvp } })
  const session = currentSession(now())
  if (session) change({ position: clamped(session.timeline, now().shown, now().position) })
}

/** Plays the pass of a seed of the user's own, after the primal pass. */
export function playSeed(mode: Mode, weights: Weights): void {
  if (now().shown !== 'compare') show(mode)
  setSeed(mode, weights)
  seed(mode, 0)
  play()
}

/** Plays the gradient of an output, differentiated along a direction: H·v, from the start. */
export function playHessian(output: string, direction: Weights): void {
  pause()
  const seeds = { forward: writeSeed(direction), reverse: null, hvp: output }
  change({ seeds, shown: 'reverse', preferred: 'reverse', position: START })
  play()
}
