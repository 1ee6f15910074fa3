import type { ReactNode } from 'react'
import { type ChartArea, ChartDrawing } from './ChartDrawing.tsx'

export type { ChartArea } from './ChartDrawing.tsx'

interface Props {
  readonly title: string
  /** What the picture shows, in a sentence with its numbers. */
  readonly says: string
  /** In ems; as high as its place if left out. */
  readonly height?: number
  readonly isSquare?: boolean
  /** Whether the vertical axis has a name, which stands above it. */
  readonly isNamed?: boolean
  /** Room for words at the right, in ems. */
  readonly margin?: number
  /** The largest of the heights, where they may be far from 1: their numbers need more room then. */
  readonly highest?: number
  /** Beside the title. */
  readonly choice?: ReactNode
  /** Below the picture. */
  readonly caption?: ReactNode
  readonly children: (box: ChartArea) => ReactNode
}

/** A picture with its title, with room for the numbers of its axes. */
export const ChartFrame = ({
  title,
  says,
  height,
  isSquare,
  isNamed,
  margin = 0.5,
  highest = 1,
  choice,
  caption,
  children,
}: Props) => (
  <figure className="chart" data-fills={height === undefined || undefined}>
    <div className="chart-head">
      <h3>{title}</h3>
      {choice}
    </div>
    <ChartDrawing
      says={says}
      height={height}
      isSquare={isSquare}
      left={highest >= 1e4 || highest < 1e-3 ? 4.8 : 3.4}
      right={margin}
      above={isNamed ? 1.5 : 0.6}
      below={1.7}
    >
      {children}
    </ChartDrawing>
    {caption && <figcaption>{caption}</figcaption>}
  </figure>
)
