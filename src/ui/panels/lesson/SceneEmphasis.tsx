import { useMemo } from 'react'
import type { LessonScene } from '../../../lessons/lesson.ts'
import { partsIn } from '../../../state/lesson/shown.ts'
import { movesOf } from '../../../state/lesson/store.ts'
import { useGradual } from '../../../state/store.ts'
import { useShown } from '../../kit/derivative/useShown.ts'
import './sceneEmphasis.css'

/** What the eye should be on: of the last move that says so, else of the scene. Parts of the page are marked by the style sheet. */
export function SceneEmphasis({ scene, made }: { readonly scene: LessonScene; readonly made: number }) {
  const graph = useGradual(({ compilation }) => compilation.graph)
  const items = useMemo(
    () =>
      movesOf(scene)
        .slice(0, made)
        .reduce<readonly string[]>((shown, move) => move.show ?? shown, scene.show ?? []),
    [scene, made],
  )
  useShown(graph, items)
  return <span hidden className="scene-shows" data-parts={partsIn(items).join(' ')} />
}
