import { later } from '../../../state/later.ts'

const paper = later('What the printed page adds', () => import('./paper.ts'))

/**
 * What paper has besides is as large as what else the page loads: it comes when the reader may be about to print, as the pointer
 * leaves for the browser's menu or Ctrl or ⌘ goes down. Until what it gives back is called.
 */
export function followPrinting(): () => void {
  const listening = new AbortController()
  const ask = () => void paper.ask()
  document.documentElement.addEventListener('mouseleave', ask, listening)
  for (const sign of ['blur', 'beforeprint']) window.addEventListener(sign, ask, listening)
  window.addEventListener('keydown', ({ key }) => (key === 'Control' || key === 'Meta') && ask(), listening)
  void paper.here.then(({ fillPaper }) => {
    if (!listening.signal.aborted) listening.signal.addEventListener('abort', fillPaper())
  })
  return () => listening.abort()
}

/** Prints the page, with all that paper has besides. */
export async function printPage(): Promise<void> {
  await paper.ask()
  print()
}
