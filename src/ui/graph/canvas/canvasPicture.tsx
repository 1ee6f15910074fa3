import { useLayoutEffect, useRef } from 'react'
import type { Scene } from '../../../picture/scene.ts'
import { follow } from '../following/follow.ts'
import { navigate } from '../navigation/navigate.ts'
import type { PictureProps } from '../svg/svgPicture.tsx'
import { canvasPainter } from './painter.ts'
import { canvasTargets } from './targets.ts'

/** A graph with too many nodes for an element each: canvases for the eye, a window of buttons for everything else. */
export default function CanvasPicture({ scene, modes, group, dots }: PictureProps) {
  const back = useRef<HTMLCanvasElement>(null)
  const front = useRef<HTMLCanvasElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const last = useRef<Scene | null>(null)

  useLayoutEffect(() => {
    if (!back.current || !front.current || !list.current) return
    const layers = { back: back.current, front: front.current, list: list.current }
    const { painter, elementOf, shine, stop } = canvasPainter(layers, scene, last.current)
    last.current = scene
    const stops = [
      follow(painter, dots, scene, modes),
      navigate(group, scene, modes, { elementOf, nodeAt: canvasTargets(group, scene) }),
      stop,
    ]
    const within = layers.list
    for (const type of ['focusin', 'focusout']) within.addEventListener(type, shine)
    return () => {
      for (const type of ['focusin', 'focusout']) within.removeEventListener(type, shine)
      for (const stop of stops) stop()
    }
  }, [scene, modes, group, dots])

  return (
    <>
      <canvas className="canvas-drawing" ref={back} />
      <canvas className="canvas-drawing" ref={front} />
      <div className="node-list" ref={list} />
    </>
  )
}
