import { useMemo, useRef, useState } from 'react'
import type { Direction } from '../../../layout/layout.ts'
import { change } from '../../../state/store.ts'
import { Drawing } from '../stage/Drawing.tsx'
import { directionFor, fittingScale } from '../stage/fitting.ts'
import { planeOf, RADIUS, turnedRound, type Vertex } from '../stage/plane.ts'
import { useSize } from '../stage/useSize.ts'
import type { ViewProps } from '../view.ts'
import { type Pair, tasksOf } from './pair.ts'
import { usePair } from './usePair.ts'

/** The linearised graph and the adjoint graph side by side. */
export default function DualityStage({ session }: ViewProps) {
  const pair = usePair(session)
  return typeof pair === 'string' ? <p className="stage-message">{pair}</p> : <SideBySide pair={pair} />
}

function SideBySide({ pair }: { readonly pair: Pair }) {
  const room = useRef<HTMLDivElement>(null)
  const size = useSize(room)
  const [isTurned, setTurned] = useState(true)
  const [lit, light] = useState<number | null>(null)
  const planes = useMemo(
    () => ({ right: planeOf(pair.tangents, pair.arcs, 'right'), up: planeOf(pair.tangents, pair.arcs, 'up') }),
    [pair],
  )
  const plane = size ? planes[directionFor(planes, size)] : planes.right
  const turned = useMemo(() => turnedRound(plane), [plane])
  const shared = {
    ...{ arcs: pair.arcs, lit, scale: size ? fittingScale(plane, size) : 1 },
    onLight: (id: number | null) => {
      light(id)
      change({ highlight: id === null ? null : pair.graph.id[id] })
    },
  }
  return (
    <div className="stage-pair">
      <figure>
        <figcaption>Linearised graph</figcaption>
        <div className="stage-room" ref={room}>
          {size && <Half {...shared} name="Linearised graph" plane={plane} vertices={pair.tangents} />}
        </div>
      </figure>
      <figure>
        <figcaption>
          {isTurned ? 'Adjoint graph' : 'The same graph again'}
          <button type="button" className="button" onClick={() => setTurned(!isTurned)}>
            {isTurned ? 'Turn back' : 'Turn round'}
          </button>
        </figcaption>
        <div className="stage-room">
          {size && (
            <Half
              {...shared}
              name={isTurned ? 'Adjoint graph' : 'Linearised graph again'}
              plane={isTurned ? turned : plane}
              vertices={isTurned ? pair.adjoints : pair.tangents}
            />
          )}
        </div>
      </figure>
    </div>
  )
}

type HalfProps = Omit<Parameters<typeof Drawing>[0], 'labelOf' | 'press' | 'beside'>

function Half(props: HalfProps) {
  const { arcs, plane } = props
  const tasks = (id: number) => tasksOf(arcs, id, plane.isTurned)
  const labelOf = ({ id, spoken, operation }: Vertex) =>
    [spoken, operation, ...tasks(id).split(' ')].filter(Boolean).join(', ')
  return (
    <Drawing
      {...props}
      flow={plane.isTurned ? 'adjoint' : 'tangent'}
      labelOf={labelOf}
      beside={({ id }) => <Tasks tasks={tasks(id)} direction={plane.direction} />}
    />
  )
}

/** What the vertex does, clear of its edges. */
function Tasks({ tasks, direction }: { readonly tasks: string; readonly direction: Direction }) {
  const words = tasks.split(' ')
  if (direction === 'right')
    return (
      <text className="vertex-task" y={-RADIUS - 7}>
        {words.join(', ')}
      </text>
    )
  return words.map((word, line) => (
    <text
      key={word}
      className="vertex-task"
      data-direction="up"
      x={RADIUS + 5}
      y={5 + 17 * (line - (words.length - 1) / 2)}
    >
      {word}
    </text>
  ))
}
