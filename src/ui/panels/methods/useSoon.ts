import { useEffect, useReducer, useRef } from 'react'

/** Work that waits its turn. Each job runs in a task of its own, so that together they do not halt the page. */
const waiting = new Set<() => void>()

function soon(work: () => void): () => void {
  if (waiting.size === 0) setTimeout(next)
  waiting.add(work)
  return () => waiting.delete(work)
}

function next(): void {
  const [work] = waiting
  waiting.delete(work)
  if (waiting.size > 0) setTimeout(next)
  work?.()
}

const kept = new WeakMap<object, Map<string, unknown>>()

/**
 * A slow computation about `of`, done after the page is drawn; `key` says what is computed. Answers are kept for as long
 * as `of` is. Until there is one, the answer before stands; null at first.
 */
export function useSoon<Answer>(of: object, key: string, compute: () => Answer): Answer | null {
  const latest = useRef<Answer | null>(null)
  const asked = useRef(compute)
  asked.current = compute
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const answers = kept.get(of) ?? new Map<string, unknown>()
  kept.set(of, answers)
  const isKnown = answers.has(key)
  if (isKnown) latest.current = answers.get(key) as Answer
  useEffect(() => {
    if (isKnown) return
    return soon(() => {
      if (!answers.has(key)) answers.set(key, asked.current())
      redraw()
    })
  }, [answers, key, isKnown])
  return latest.current
}
