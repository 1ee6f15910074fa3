import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { grouped } from '../../../language/words.ts'
import { marksIn } from '../../../picture/marks.ts'
import { restyled, type Scene } from '../../../picture/scene.ts'
import { MOST_ELEMENTS } from '../../../picture/structure.ts'
import { keepCompared, useComparison } from '../../../state/beside/comparison.ts'
import { stageOf } from '../../../state/panes.ts'
import { change, useGradual } from '../../../state/store.ts'
import { makeRoomFor } from '../arranging/arrangement.ts'
import { graphViewer } from '../camera/viewer.ts'
import { showThrough } from '../camera/viewerPane.ts'
import { follow } from '../following/follow.ts'
import { type Hands, type Targets, walk } from '../navigation/walk.ts'
import { svgPainter } from '../svg/paint.ts'
import { Elements } from '../svg/svgPicture.tsx'
import { BesideHead } from './BesideHead.tsx'
import { BESIDE, keepDiffering } from './differences.ts'
import { useSceneBeside } from './useScene.ts'
import './beside.css'

/** The program that stands beside, at the same step as that of the page; what differs stands out in both. */
export default function BesidePane() {
  useEffect(keepCompared, [])
  useEffect(keepDiffering, [])
  const compilation = useComparison((state) => state.compilation)
  const graph = compilation?.graph ?? null
  return (
    <section className="graph-pane beside" aria-label="The program kept beside" tabIndex={-1}>
      <BesideHead />
      {graph && graph.size <= MOST_ELEMENTS ? (
        <BesidePicture />
      ) : (
        <div className="picture">
          <p className="picture-message">{compilation ? whyNot(graph?.size) : 'The program is being read'}</p>
        </div>
      )}
    </section>
  )
}

const whyNot = (size?: number): string =>
  size === undefined
    ? 'The program that was kept has errors: put it away, and keep another.'
    : `This graph has ${grouped(size)} nodes. Up to ${grouped(MOST_ELEMENTS)} are drawn beside another.`

function BesidePicture() {
  const [group, setGroup] = useState<HTMLDivElement | null>(null)
  const [dots, setDots] = useState<readonly HTMLElement[]>([])
  const drawn = useSceneBeside(useComparison((state) => state.compilation?.graph ?? null))
  const modes = useGradual((state) => stageOf(state).panes[0])
  const scene = useMemo(
    () => drawn && restyled(drawn, { ...drawn.style, marks: marksIn(drawn.style.marks, modes) }),
    [drawn, modes],
  )

  useLayoutEffect(() => {
    if (!group) return
    setDots([...group.querySelectorAll<HTMLElement>(':scope > .pulse')])
    return showThrough(graphViewer, group, nothing)
  }, [group])
  useLayoutEffect(() => (drawn ? makeRoomFor(drawn) : undefined), [drawn])

  const begin = useCallback(
    (drawing: SVGSVGElement, targets: Targets) =>
      scene && group
        ? [follow(svgPainter(drawing, scene), dots, scene, modes, BESIDE), walk(group, scene, handsIn(scene), targets)]
        : [],
    [scene, group, dots, modes],
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; this groups the nodes of a graph
    <div className="picture" role="group" aria-label="Graph beside" ref={setGroup}>
      {scene && dots.length === modes.length && <Elements viewer={graphViewer} {...{ scene, modes, begin }} />}
      {modes.map((mode) => (
        <span key={mode} className="pulse" data-of={mode} hidden />
      ))}
    </div>
  )
}

const nothing = () => {}

/** Its nodes are walked like those of the page, and light up there. */
const handsIn = ({ structure }: Scene): Hands => ({
  ...{ viewer: graphViewer, pane: 'beside', press: nothing, own: () => false },
  highlight: (node) => change({ highlight: node === null ? null : structure.figures[node].id }),
})
