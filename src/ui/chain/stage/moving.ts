import { useLayoutEffect, useRef } from 'react'
import type { Point } from '../../../layout/layout.ts'
import { between, pathOf, sampled } from '../../../picture/curve.ts'
import { drawHead } from '../../../picture/head.ts'
import { pathData } from '../../../picture/pen.ts'
import { tween } from '../../graph/tween.ts'
import { type Plane, tipOf } from './plane.ts'

const SAMPLES = 13
const DURATION = 450

/** Lets vertices and edges glide from the places of the last plane to those of the next. */
export function useMoving(drawing: { readonly current: SVGSVGElement | null }, plane: Plane): void {
  const last = useRef<Plane | null>(null)
  useLayoutEffect(() => {
    const before = last.current
    last.current = plane
    if (!drawing.current || !before || before === plane || before.direction !== plane.direction) return
    const moves = [...vertexMoves(drawing.current, before, plane), ...arcMoves(drawing.current, before, plane)]
    return tween((t) => {
      for (const move of moves) move(t)
    }, DURATION)
  }, [drawing, plane])
}

type Move = (t: number) => void

function vertexMoves(drawing: SVGSVGElement, before: Plane, after: Plane): Move[] {
  return Array.from(drawing.querySelectorAll<SVGElement>('[data-vertex]')).flatMap((element) => {
    const id = Number(element.dataset.vertex)
    const [from, to] = [before.centres.get(id), after.centres.get(id)]
    return from && to ? [(t: number) => element.setAttribute('transform', translated(between(from, to, t)))] : []
  })
}

function arcMoves(drawing: SVGSVGElement, before: Plane, after: Plane): Move[] {
  return Array.from(drawing.querySelectorAll<SVGElement>('[data-arc]')).flatMap((element) => {
    const key = element.dataset.arc ?? ''
    const [from, to] = [before.curves.get(key), after.curves.get(key)]
    const [labelFrom, labelTo] = [before.labels.get(key), after.labels.get(key)]
    // What is new comes when everything stands.
    if (!to || !labelTo) return []
    if (!from || !labelFrom) return [(t: number) => element.setAttribute('opacity', String(Math.max(0, 2 * t - 1)))]
    const [line, head, label] = ['.arc-line', '.arc-head', '.arc-text'].map((part) => element.querySelector(part))
    const [start, end] = [sampled(from, SAMPLES), sampled(to, SAMPLES)]
    return [
      (t: number) => {
        const points = start.map((point, i) => between(point, end[i], t))
        line?.setAttribute('d', t < 1 ? polyline(points) : pathOf(to))
        const tip = tipOf(t < 0.5 ? before : after, points)
        head?.setAttribute(
          'd',
          pathData((pen) => drawHead(pen, tip, after.direction)),
        )
        const { x, y } = between(labelFrom, labelTo, t)
        label?.setAttribute('x', x.toFixed(1))
        label?.setAttribute('y', y.toFixed(1))
      },
    ]
  })
}

export const translated = ({ x, y }: Point): string => `translate(${x.toFixed(1)} ${y.toFixed(1)})`

const polyline = (points: readonly Point[]): string =>
  `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`
