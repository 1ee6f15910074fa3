import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Mode } from '../../../../autodiff/pass.ts'
import type { NodeIndex } from '../../../../graph/graph.ts'
import { areaAround, type Scene } from '../../../../picture/scene.ts'
import type { DrawnGraph } from '../../../../picture/structure.ts'
import type { Viewer } from '../../../graph/camera/viewer.ts'
import { showThrough } from '../../../graph/camera/viewerPane.ts'
import { type Hands, type Targets, walk } from '../../../graph/navigation/walk.ts'
import { Elements } from '../../../graph/svg/svgPicture.tsx'
import type { Linear } from './linear.ts'
import { paint, type VertexWords } from './paint.ts'

interface Props {
  readonly name: string
  readonly viewer: Viewer
  readonly onSize: () => void
  /** null until the size of the pane is known. */
  readonly scene: Scene<DrawnGraph> | null
  readonly linear: Linear
  readonly words: VertexWords
  /** The vertex under the pointer or with the focus, wherever it is shown; null if none. */
  readonly lit: number | null
  readonly onLight: (id: number | null) => void
  /** What a press on a vertex does that can be pressed. */
  readonly onPress?: (id: number) => void
}

const FORWARD: readonly Mode[] = ['forward']
const REVERSE: readonly Mode[] = ['reverse']

/** A linearised graph with its numbers, drawn, walked, dragged and zoomed like every graph. */
export function StagePicture({ name, viewer, onSize, scene, linear, words, lit, onLight, onPress }: Props) {
  const [group, setGroup] = useState<HTMLDivElement | null>(null)
  // A vertex that is gone hands the focus to its neighbour.
  const heir = useRef<number | null>(null)

  useLayoutEffect(() => (group ? showThrough(viewer, group, onSize) : undefined), [viewer, group, onSize])

  const hands = useMemo((): Hands | null => {
    if (!scene || !group) return null
    const vertexAt = (node: NodeIndex) => linear.vertices[node]
    const canPress = (node: NodeIndex) => words.isPressable(vertexAt(node))
    const press = (node: NodeIndex) => canPress(node) && onPress?.(vertexAt(node).id)
    return {
      ...{ viewer, pane: name, press, highlight: (node) => onLight(node === null ? null : vertexAt(node).id) },
      own: (event, node) => {
        const key = 'key' in event ? event.key : ''
        const last = linear.vertices.length - 1
        if (key === 'Home' || key === 'End') goTo(group, viewer, scene, key === 'Home' ? 0 : last)
        else if (node !== null && (key === 'Enter' || key === ' ')) {
          heir.current = canPress(node) ? vertexAt(node < last ? node + 1 : node - 1).id : null
          press(node)
        } else return false
        return true
      },
    }
  }, [name, viewer, scene, group, linear, words, onLight, onPress])

  const begin = useCallback(
    (_: SVGSVGElement, targets: Targets) => (hands && group && scene ? [walk(group, scene, hands, targets)] : []),
    [hands, group, scene],
  )

  useLayoutEffect(() => {
    const drawing = group?.querySelector('svg')
    if (drawing && scene) paint(drawing, scene, linear, words, lit)
  }, [group, scene, linear, words, lit])

  useLayoutEffect(() => {
    const next = heir.current === null ? undefined : scene?.structure.nodeOf.get(heir.current)
    heir.current = null
    if (group && scene && next !== undefined) goTo(group, viewer, scene, next)
  }, [group, viewer, scene])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; this groups the vertices of a graph
    <div className="stage-room picture" role="group" aria-label={name} ref={setGroup}>
      {scene && <Elements scene={scene} modes={words.flow === 'reverse' ? REVERSE : FORWARD} {...{ viewer, begin }} />}
    </div>
  )
}

function goTo(group: HTMLElement, viewer: Viewer, scene: Scene<DrawnGraph>, node: NodeIndex): void {
  viewer.focusOn(areaAround(scene, [node]))
  const id = scene.structure.figures[node].id
  group.querySelector<SVGElement>(`.target[data-id="${id}"]`)?.focus({ preventScroll: true })
}
