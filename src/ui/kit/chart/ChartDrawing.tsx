import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import './chart.css'

/** Where a picture is drawn, in pixels; an em is the height of its letters. */
export interface ChartArea {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly em: number
}

interface Props {
  /** What the picture shows, in a sentence with its numbers. */
  readonly says: string
  /** In ems, as the room that is left around it; as high as its place if left out. */
  readonly height?: number
  readonly left?: number
  readonly right?: number
  readonly above?: number
  readonly below?: number
  /** Whether the picture is as high as wide: lower then, or narrower. */
  readonly isSquare?: boolean
  readonly children: (box: ChartArea) => ReactNode
  /** What lies over the picture. */
  readonly over?: ReactNode
}

/** A picture as wide as its place, drawn in pixels so that its words are as large as all others. */
export function ChartDrawing(props: Props) {
  const { says, height, left = 0, right = 0, above = 0.1, below = 0.1, isSquare = false, children, over } = props
  const place = useRef<HTMLDivElement>(null)
  const [{ width, placeHeight, em }, measure] = useState({ width: 0, placeHeight: 0, em: 14 })
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      measure({
        width: element.clientWidth,
        placeHeight: element.clientHeight,
        em: Number.parseFloat(getComputedStyle(element).fontSize),
      }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const whole = height === undefined ? placeHeight : height * em
  const room = { left: left * em, right: width - right * em, top: above * em, bottom: whole - below * em, em }
  const isRoom = room.right > room.left && room.bottom > room.top
  const box = isSquare ? squareIn(room) : room
  return (
    <div ref={place} className="chart-drawing" data-fills={height === undefined || undefined}>
      <svg width={width} height={box.bottom + below * em} role="img" aria-label={says}>
        {isRoom && children(box)}
      </svg>
      {over}
    </div>
  )
}

function squareIn({ left, right, top, bottom, em }: ChartArea): ChartArea {
  const side = Math.max(0, Math.min(right - left, bottom - top))
  return { left, top, em, right: left + side, bottom: top + side }
}
