/** A part of some frames, and in which it is there: each span from one frame up to, not including, another. */
export interface Lasting {
  readonly part: string
  readonly spans: readonly (readonly [from: number, to: number])[]
}

interface Kept {
  readonly part: string
  readonly spans: [number, number][]
  next: Kept | null
}

/** What frames consist of, each part once, one over the other as it is in each frame. */
export function lastingParts(frames: readonly (readonly string[])[]): Lasting[] {
  const first: Kept = { part: '', spans: [], next: null }
  frames.forEach((parts, frame) => {
    const places = countedParts(first)
    let at = first
    for (const part of parts) {
      const kept = (places.get(part) ?? 0) > 0 ? after(at, part) : null
      at = kept ?? insertedAfter(at, part)
      const span = at.spans[at.spans.length - 1]
      if (span?.[1] === frame) span[1] = frame + 1
      else at.spans.push([frame, frame + 1])
    }
  })
  const all: Lasting[] = []
  for (let at = first.next; at; at = at.next) all.push(at)
  return all
}

function countedParts(first: Kept): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = first.next; at; at = at.next) counts.set(at.part, (counts.get(at.part) ?? 0) + 1)
  return counts
}

function after(from: Kept, part: string): Kept | null {
  for (let at = from.next; at; at = at.next) if (at.part === part) return at
  return null
}

function insertedAfter(at: Kept, part: string): Kept {
  at.next = { part, spans: [], next: at.next }
  return at.next
}
