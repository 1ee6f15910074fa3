import { useLayoutEffect, useRef } from 'react'
import type { Mode } from '../../autodiff/pass.ts'
import { graphViewer } from './camera.ts'
import { Drawing } from './drawing.tsx'
import { follow } from './follow.ts'
import { morph, type Standing, standing } from './morph.ts'
import { navigate } from './navigate.ts'
import { svgPainter } from './paint.ts'
import type { Scene } from './scene.ts'
import { moveWith } from './viewed.ts'

export interface PictureProps {
  readonly scene: Scene
  readonly side: Mode
  /** The group that receives keys and pointers. */
  readonly group: HTMLElement
  /** The dot that travels along the edges. */
  readonly dot: HTMLElement
}

/** A graph as SVG: one element for each node, moved as a whole by the camera. */
export function SmallPicture({ scene, side, group, dot }: PictureProps) {
  const world = useRef<HTMLDivElement>(null)
  const last = useRef<Standing | null>(null)

  useLayoutEffect(() => (world.current ? moveWith(graphViewer, world.current) : undefined), [])

  useLayoutEffect(() => {
    const drawing = world.current?.querySelector('svg')
    if (!drawing) return
    const stands = standing(drawing, scene)
    const stops = [
      follow(svgPainter(drawing, scene, side), dot, scene, side),
      navigate(group, scene, side, targetsIn(stands)),
      last.current ? morph(drawing, last.current, stands) : () => {},
    ]
    last.current = stands
    return () => {
      // The next scene moves on from where things are now, not from where they were going.
      last.current = { ...stands, places: [...stands.places], ways: [...stands.ways] }
      for (const stop of stops) stop()
    }
  }, [scene, side, group, dot])

  return (
    <div className="world" ref={world}>
      <Drawing scene={scene} side={side} />
    </div>
  )
}

const targetsIn = ({ nodes, scene }: Standing) => {
  const buttons = nodes.map((node) => node.querySelector('.target') as SVGElement)
  return {
    elementOf: (node: number) => buttons[node],
    nodeAt: ({ target }: Event) => {
      const button = target instanceof Element ? target.closest('.node')?.querySelector<SVGElement>('.target') : null
      return button ? (scene.structure.nodeOf.get(Number(button.dataset.id)) ?? null) : null
    },
  }
}
