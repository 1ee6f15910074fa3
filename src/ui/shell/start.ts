import { compileWithLanguage } from '../../state/document.ts'
import { isEmbedded } from '../../state/embedded.ts'
import { endEmphasis } from '../../state/endEmphasis.ts'
import { type Later, later } from '../../state/later.ts'
import { races } from '../../state/playback.ts'
import { now } from '../../state/store.ts'
import { watchStyles } from '../../state/styles.ts'
import { goWhere, openFirst, reload, upkeep } from '../../state/visit.ts'
import { keepArranged } from '../graph/arranging/arrangement.ts'
import { formulas } from '../graph/svg/formulas.ts'

const focusKeeper = later('What keeps the focus where a button goes away', () => import('../kit/keyboard/heirs.ts'))

const embedding = later('What talks with the page around this one', () => import('./embedded/live.ts'))
const paper = later('What watches for printing', () => import('../kit/paper/printing.ts'))

/**
 * Starts the page, and lists all that it follows besides what its components do while they are drawn. In this order each
 * hears of a change. What it gives back ends them.
 */
export async function start(): Promise<() => void> {
  const stops = [
    // Before anything is loaded.
    watchStyles(),
    keepArranged(),
    endEmphasis(),
    whenHere(races, ({ raceByCosts }) => raceByCosts()),
    whenHere(focusKeeper, ({ keepFocus }) => keepFocus()),
    whenHere(paper, ({ followPrinting }) => followPrinting()),
  ]
  const first = openFirst(location.hash)
  // What comes right after the first graph.
  void compileWithLanguage(first)
  await first
  void formulas.ask()
  const opened = now()
  stops.push(whenHere(upkeep, ({ keepUp }) => keepUp(opened, reload)))
  void focusKeeper.ask()
  if (isEmbedded) {
    stops.push(whenHere(embedding, ({ liveInside }) => liveInside()))
    void embedding.ask()
  } else void paper.ask()
  stops.push(followAddress())
  return () => {
    for (const stop of stops) stop()
  }
}

/** Follows as soon as the part is here, unless it was ended before. */
function whenHere<T>({ here }: Later<T>, follow: (part: T) => () => void): () => void {
  const ended = new AbortController()
  void here.then((part) => {
    if (!ended.signal.aborted) ended.signal.addEventListener('abort', follow(part))
  })
  return () => ended.abort()
}

function followAddress(): () => void {
  const listening = new AbortController()
  window.addEventListener('hashchange', ({ newURL }) => goWhere(new URL(newURL).hash), listening)
  return () => listening.abort()
}
