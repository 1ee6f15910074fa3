import { useEffect, useState } from 'react'
import { compileGradual } from '../../../compile/gradual.ts'
import { languageOf } from '../../../compile/languageOf.ts'
import type { Graph } from '../../../core.ts'
import { type ThumbnailPaths as Drawn, thumbnailOf } from '../../../picture/thumbnail.ts'
import { later } from '../../../state/later.ts'
import './thumbnail.css'

/** Longer programs take too long to compile for a picture in passing. */
const SHORT = 3_000

/** Modules stay closed, as when the program is opened. */
const NOTHING: ReadonlySet<number> = new Set()

/** By program. */
const known = new Map<string, Drawn | null>()

const compilingAway = later('What draws programs in Python', () => import('../../../state/compiler.ts'))

/** A program in Python is run by a worker, however long it takes. */
async function graphOf(source: string): Promise<Graph | null> {
  if (source.length > SHORT) return null
  const options = { open: NOTHING }
  if (languageOf(source) === 'gradual') return compileGradual(source, options).graph
  const { besides } = await compilingAway.get()
  return (await besides.ask({ source, options }, { about: null })).graph
}

async function drawn(program: string): Promise<Drawn | null> {
  const before = known.get(program)
  if (before !== undefined) return before
  const graph = await graphOf(program)
  const thumbnail = graph && thumbnailOf(graph)
  known.set(program, thumbnail)
  return thumbnail
}

/** The shape of the program's graph. Each is drawn in a task of its own, so that the list can be used meanwhile. */
export function Thumbnail({ program }: { readonly program: string }) {
  const [thumbnail, setThumbnail] = useState(known.get(program) ?? null)
  useEffect(() => {
    let isGone = false
    const timer = setTimeout(async () => {
      const made = await drawn(program)
      if (!isGone) setThumbnail(made)
    })
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [program])
  return (
    <svg className="thumbnail" viewBox={thumbnail ? viewBoxOf(thumbnail) : undefined} aria-hidden>
      {thumbnail && (
        <>
          <path className="thumbnail-edges" d={thumbnail.edges} />
          <path className="thumbnail-leaves" d={thumbnail.leaves} />
          <path className="thumbnail-operations" d={thumbnail.operations} />
          <path className="thumbnail-rings" d={thumbnail.rings} />
        </>
      )}
    </svg>
  )
}

/** Around the picture for its strokes; small graphs are not enlarged beyond this. */
const MARGIN = 2
const LEAST_SIZE = { width: 110, height: 48 }

function viewBoxOf({ width, height }: Drawn): string {
  const [w, h] = [Math.max(LEAST_SIZE.width, width + 2 * MARGIN), Math.max(LEAST_SIZE.height, height + 2 * MARGIN)]
  return `${(width - w) / 2} ${(height - h) / 2} ${w} ${h}`
}
