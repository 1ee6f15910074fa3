import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import './chart.css'

/** Where a picture is drawn, in pixels; an em is the height of its letters. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly em: number
}

interface Props {
  readonly title: string
  /** What the picture shows, in a sentence with its numbers. */
  readonly says: string
  /** In ems. */
  readonly height: number
  /** Room for words at the right, in ems. */
  readonly margin?: number
  /** Beside the title. */
  readonly choice?: ReactNode
  /** Below the picture. */
  readonly caption?: string
  readonly children: (box: Box) => ReactNode
}

/** A picture as wide as the panel, drawn in pixels so that its words are as large as all others. */
export function Frame({ title, says, height, margin = 0.5, choice, caption, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [{ width, em }, measure] = useState({ width: 0, em: 14 })
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      measure({ width: element.clientWidth, em: Number.parseFloat(getComputedStyle(element).fontSize) }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const box = { left: 3.4 * em, right: width - margin * em, top: 0.6 * em, bottom: (height - 1.7) * em, em }
  return (
    <figure className="chart">
      <div className="chart-head">
        <h3>{title}</h3>
        {choice}
      </div>
      <div ref={place}>
        <svg width={width} height={height * em} role="img" aria-label={says}>
          {width > 0 && children(box)}
        </svg>
      </div>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
