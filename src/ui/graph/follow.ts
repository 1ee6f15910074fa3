import type { Mode } from '../../autodiff/pass.ts'
import { onProgress, prefersReducedMotion } from '../../state/clock.ts'
import { drawn } from '../../state/playback.ts'
import { currentSession } from '../../state/session.ts'
import { now, type State, useGradual } from '../../state/store.ts'
import { arrivalAt } from './arrival.ts'
import { onCamera } from './camera.ts'
import { formulasLoaded } from './edgeText.ts'
import { type Moment, momentAt } from './moment.ts'
import type { Painter } from './paint.ts'
import { pulse } from './pulse.ts'
import type { Scene } from './scene.ts'
import { isStructureOf } from './structure.ts'

/** What a repaint depends on. */
const FIELDS = ['compilation', 'position', 'shown', 'seeds', 'highlight', 'emphasis'] as const

const differs = (a: State, b: State) => FIELDS.some((field) => a[field] !== b[field])

/** The clock starts anew at once, and says then what there is to draw: often the step that a mode is in already. */
const racesOn = (state: State, before: State) =>
  state.playing &&
  state.position.race !== undefined &&
  state.position !== before.position &&
  state.highlight === before.highlight &&
  !prefersReducedMotion()

/** Keeps a pane's picture with the state and the clock, without React. */
export function follow(painter: Painter, dot: HTMLElement, scene: Scene, side: Mode): () => void {
  const onItsWay = pulse(dot, scene)
  let moment: Moment | null = null
  let progress = 1

  function repaint(): void {
    const state = now()
    const session = currentSession(state)
    // A graph of another structure waits until its own drawing is there.
    moment =
      session && isStructureOf(scene.structure, session.graph)
        ? momentAt(session, state.position, side, drawn(session, state, side, progress))
        : null
    if (moment) painter.paint(moment, state.highlight, state.emphasis)
  }

  function arrive(): void {
    const state = now()
    if (!moment || prefersReducedMotion()) return
    const { frame, progress: at, pace } = drawn(moment.session, state, side, progress)
    if (frame.pass !== moment.frame.pass || frame.step !== moment.frame.step) repaint()
    if (!moment) return
    const count = moment.terms.length
    const first = state.granularity === 'term' && !state.position.race ? Math.max(0, count - 1) : 0
    const arrival = arrivalAt(at, first, count, pace)
    painter.arrive(moment, arrival)
    onItsWay.show(moment, arrival)
  }

  /** In a race a step can be under way while nothing moves. */
  const isUnderway = () => progress < 1 || now().position.race !== undefined

  repaint()
  void formulasLoaded.then(repaint)
  const stops = [
    useGradual.subscribe((state, before) => {
      if (!differs(state, before) || racesOn(state, before)) return
      repaint()
      if (isUnderway()) arrive()
    }),
    onProgress((at) => {
      progress = at
      arrive()
    }),
    onCamera(() => isUnderway() && arrive()),
  ]
  return () => {
    for (const stop of stops) stop()
    onItsWay.hide()
  }
}
