import { useLayoutEffect, useRef } from 'react'
import { follow } from './follow.ts'
import { canvasPainter } from './large/painter.ts'
import { canvasTargets } from './large/targets.ts'
import { navigate } from './navigate.ts'
import type { Scene } from './scene.ts'
import type { PictureProps } from './small.tsx'

/** A graph with too many nodes for an element each: canvases for the eye, a window of buttons for everything else. */
export default function LargePicture({ scene, side, group, dot }: PictureProps) {
  const back = useRef<HTMLCanvasElement>(null)
  const front = useRef<HTMLCanvasElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const last = useRef<Scene | null>(null)

  useLayoutEffect(() => {
    if (!back.current || !front.current || !list.current) return
    const layers = { back: back.current, front: front.current, list: list.current }
    const { painter, elementOf, shine, stop } = canvasPainter(layers, scene, last.current, side)
    last.current = scene
    const stops = [
      follow(painter, dot, scene, side),
      navigate(group, scene, side, { elementOf, nodeAt: canvasTargets(group, scene) }),
      stop,
    ]
    const within = layers.list
    for (const type of ['focusin', 'focusout']) within.addEventListener(type, shine)
    return () => {
      for (const type of ['focusin', 'focusout']) within.removeEventListener(type, shine)
      for (const stop of stops) stop()
    }
  }, [scene, side, group, dot])

  return (
    <>
      <canvas className="canvas-drawing" ref={back} />
      <canvas className="canvas-drawing" ref={front} />
      <div className="node-list" ref={list} />
    </>
  )
}
