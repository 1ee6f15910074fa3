import { ChevronRight, X } from 'lucide-react'
import { type CSSProperties, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import type { Mode } from '../../../autodiff/pass.ts'
import { type Callout, calloutPlaces, type Wanted } from '../../../picture/callouts.ts'
import type { Size } from '../../../picture/camera.ts'
import { marksIn } from '../../../picture/marks.ts'
import { restyled, type Scene } from '../../../picture/scene.ts'
import { MOST_ELEMENTS } from '../../../picture/structure.ts'
import { currentSession } from '../../../state/session.ts'
import { change, useGradual } from '../../../state/store.ts'
import { passesDone } from '../../../trace/position.ts'
import { useNarrow } from '../../kit/theme/useNarrow.ts'
import { useArrangement } from '../arranging/arrangement.ts'
import { graphViewer } from '../camera/viewer.ts'
import { type Named, targetsIn } from './targets.ts'
import './firstMinute.css'

const CAPTIONS: readonly { readonly of: Named; readonly term: string; readonly says: string }[] = [
  { of: 'value', term: 'value', says: 'what the operation gives' },
  { of: 'partial', term: 'local partial', says: 'derivative by one operand' },
  { of: 'tangent', term: '▸ tangent', says: 'derivative by an input' },
  { of: 'adjoint', term: '◂ adjoint', says: 'derivative of the output by it' },
]

interface Props {
  readonly modes: readonly Mode[]
}

/** What stands where on the graph, said once: on the first visit, until the first derivatives are there. */
export default function FirstMinute({ modes }: Props) {
  const laidOut = useArrangement((arrangement) => arrangement.scene)
  const isPast = useGradual((state) => {
    const session = currentSession(state)
    return session !== null && modes.some((mode) => passesDone(session.timeline, state.position, mode) > 0)
  })
  const isDrawn = laidOut !== null && laidOut.structure.figures.length <= MOST_ELEMENTS
  const scene = useMemo(
    () => laidOut && restyled(laidOut, { ...laidOut.style, marks: marksIn(laidOut.style.marks, modes) }),
    [laidOut, modes],
  )
  useEffect(() => {
    if (isPast) end()
  }, [isPast])
  useEffect(() => {
    addEventListener('keydown', onEscape)
    return () => removeEventListener('keydown', onEscape)
  }, [])
  return isDrawn && scene && !isPast ? <Captions scene={scene} /> : null
}

const end = () => change({ firstSteps: false, introduced: true })

const openLesson = () => {
  end()
  change({ lesson: 'first-steps', scene: null, revealed: null })
}

const onEscape = (event: KeyboardEvent) => {
  const isTheirs = event.target instanceof Element && event.target.closest('dialog, [role="textbox"]')
  if (event.key === 'Escape' && !event.defaultPrevented && !isTheirs) end()
}

/** The camera has come to rest when it has not moved for so many milliseconds. */
const REST = 120

/** Where captions stand beside what they name, once the camera has come to rest; nowhere in a narrow window. */
function usePlaces(scene: Scene, field: HTMLElement | null, narrow: boolean): readonly (Callout | null)[] {
  const [places, setPlaces] = useState<readonly (Callout | null)[]>([])
  useLayoutEffect(() => {
    const place = () => {
      const boxes = field?.querySelectorAll<HTMLElement>('.first-caption') ?? []
      const sizes = Array.from(boxes, ({ offsetWidth, offsetHeight }) => ({ width: offsetWidth, height: offsetHeight }))
      if (graphViewer.pane().width > 0 && !narrow) setPlaces(placesIn(scene, sizes))
    }
    let timer = window.setTimeout(place)
    const stop = graphViewer.onCamera(() => {
      setPlaces([])
      clearTimeout(timer)
      timer = window.setTimeout(place, REST)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [scene, field, narrow])
  return places
}

/** Beside what they name; in a narrow window, which the graph fills, below it. */
function Captions({ scene }: { readonly scene: Scene }) {
  const [field, setField] = useState<HTMLElement | null>(null)
  const narrow = useNarrow()
  const places = usePlaces(scene, field, narrow)
  return (
    <section className="first-minute" aria-label="First steps" ref={setField}>
      <svg className="first-leaders" aria-hidden>
        {places.map(
          (callout, i) =>
            i > 0 && callout && <Leader key={CAPTIONS[i - 1].of} of={CAPTIONS[i - 1].of} callout={callout} />,
        )}
      </svg>
      <p className="first-caption first-press" style={narrow ? undefined : styleAt(places[0])}>
        Press <kbd>→</kbd>
        <ChevronRight className="first-tap" size="1.4em" aria-label="Next step" />
        <button type="button" className="first-lesson" onClick={openLesson} title="Five minutes, step by step">
          or a lesson
        </button>
        <button type="button" className="icon-button" aria-label="End the first steps" onClick={end}>
          <X size="1.1em" aria-hidden />
        </button>
      </p>
      {CAPTIONS.map(({ of, term, says }, i) => (
        <p key={of} className="first-caption" data-of={of} style={narrow ? undefined : styleAt(places[i + 1])}>
          <b>{term}:</b> {says}
        </p>
      ))}
    </section>
  )
}

const Leader = ({ of, callout: { from, to } }: { readonly of: Named; readonly callout: Callout }) => (
  <g data-of={of}>
    <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
    <circle cx={to.x} cy={to.y} r={3} />
  </g>
)

/** One that has no place is not seen. */
const styleAt = (callout: Callout | null | undefined): CSSProperties =>
  callout ? { transform: `translate(${callout.area.left}px, ${callout.area.top}px)` } : { visibility: 'hidden' }

/** What to press stands near the left lower corner, wherever there is room. */
function placesIn(scene: Scene, sizes: readonly Size[]): readonly (Callout | null)[] {
  const pane = graphViewer.pane()
  const { obstacles, of } = targetsIn(scene, graphViewer.camera())
  const captions = CAPTIONS.map(({ of: named }, i): Wanted => ({ ...sizes[i + 1], targets: of(named) }))
  const anywhere = Array.from({ length: 8 }, (_, i) => ({
    ...{ left: 0, right: pane.width, top: (pane.height * (7 - i)) / 8, bottom: (pane.height * (8 - i)) / 8 },
  }))
  // Values are easily named, so that they choose last.
  const placed = calloutPlaces([...captions.toReversed(), { ...sizes[0], targets: anywhere }], obstacles, pane)
  return placed.toReversed()
}
