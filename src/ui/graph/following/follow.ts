import type { Mode } from '../../../autodiff/pass.ts'
import { momentAt, type PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import { onProgress, prefersReducedMotion } from '../../../state/clock.ts'
import { type Emphasis, NO_EMPHASIS, type Tone } from '../../../state/emphasis.ts'
import { drawn } from '../../../state/playback.ts'
import type { DrawnFrame } from '../../../state/stepPace.ts'
import { now, type State, useGradual } from '../../../state/store.ts'
import type { Frame } from '../../../trace/pass.ts'
import { onCamera } from '../camera/viewer.ts'
import { formulas } from '../svg/formulas.ts'
import type { Painter } from '../svg/paint.ts'
import { type Arrival, arrivalAt } from './arrival.ts'
import { pulse } from './pulse.ts'
import { OF_THE_PAGE } from './seen.ts'

/** What a repaint depends on. */
const FIELDS = [
  'compilation',
  'position',
  'shown',
  'seeds',
  'highlight',
  'emphasis',
  'hide',
  'covered',
  'told',
  'revealed',
  'differing',
] as const

const differs = (a: State, b: State) => FIELDS.some((field) => a[field] !== b[field])

/** What stands out, and what differs from the program beside. */
function emphasisIn({ emphasis, differing }: State): Emphasis | null {
  if (!differing) return emphasis
  const differs = Array.from(differing, (id): [number, Tone] => [id, 'strong'])
  return { ...(emphasis ?? NO_EMPHASIS), nodes: new Map([...differs, ...(emphasis?.nodes ?? [])]) }
}

/** The clock starts anew at once, and says then what there is to draw: often the step that a mode is in already. */
const racesOn = (state: State, before: State) =>
  state.playing &&
  state.position.race !== undefined &&
  state.position !== before.position &&
  state.highlight === before.highlight &&
  !prefersReducedMotion()

const isSameStep = (a: Frame, b: Frame) => a.pass === b.pass && a.step === b.step

/** Both modes share the primal pass, whose steps are drawn once. */
const isDouble = (moments: readonly PaneMoment[], m: number) => m > 0 && moments[m].frame.pass === moments[0].frame.pass

/** How far the terms of a moment's step have come; null where it has none. */
function arrivalOf({ active, terms }: PaneMoment, { progress, pace }: DrawnFrame, state: State): Arrival | null {
  if (active < 0) return null
  const isOneTerm = state.granularity === 'term' && !state.position.race
  return arrivalAt(progress, isOneTerm ? Math.max(0, terms.length - 1) : 0, terms.length, pace)
}

/** Keeps a picture of these modes with the state and the clock, without React; a dot for each mode travels along the edges. */
export function follow(
  painter: Painter,
  dots: readonly HTMLElement[],
  scene: Scene,
  modes: readonly Mode[],
  seen = OF_THE_PAGE,
): () => void {
  const onTheirWay = dots.map((dot) => pulse(dot, scene))
  let moments: readonly PaneMoment[] = []
  let progress = 1

  function repaint(): void {
    const state = now()
    const session = seen.session(state, scene)
    moments = session
      ? modes.map((mode) => {
          const at = seen.stateOf(state, session, mode)
          return momentAt(session, at.position, mode, drawn(session, at, mode, progress))
        })
      : []
    if (moments.length > 0) painter.paint(moments, state.highlight, emphasisIn(state))
  }

  function arrive(): void {
    if (moments.length === 0 || prefersReducedMotion()) return
    const state = now()
    const { session } = moments[0]
    const states = modes.map((mode) => drawn(session, seen.stateOf(state, session, mode), mode, progress))
    if (states.some(({ frame }, m) => !isSameStep(frame, moments[m].frame))) repaint()
    for (const [m, moment] of moments.entries()) {
      const arrival = isDouble(moments, m) ? null : arrivalOf(moment, states[m], state)
      if (!arrival) onTheirWay[m].hide()
      else {
        painter.arrive(moments, m, arrival)
        onTheirWay[m].show(moment, arrival)
      }
    }
  }

  /** In a race a step can be under way while nothing moves. */
  const isUnderway = () => progress < 1 || now().position.race !== undefined

  repaint()
  void formulas.here.then(repaint)
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
    for (const dot of onTheirWay) dot.hide()
  }
}
