/** Codes that slides still go by. */
const CODES: Readonly<Record<string, number>> = {
  ...{ Enter: 13, Escape: 27, ' ': 32, PageUp: 33, PageDown: 34, End: 35, Home: 36 },
  ...{ ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, '.': 190, '/': 191 },
}

const codeOf = (key: string): number => CODES[key] ?? (/^[a-z0-9]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : 0)

/** A key that an embed had no use for, as if it had been pressed here: slides hear of it, and so does whoever asks for `gradual-key`. */
export function pressHere(element: HTMLElement, key: string): void {
  const options = { bubbles: true, composed: true, cancelable: true }
  const isTaken = !element.dispatchEvent(new CustomEvent('gradual-key', { ...options, detail: { key } }))
  if (isTaken) return
  const keyCode = codeOf(key)
  element.dispatchEvent(new KeyboardEvent('keydown', { ...options, key, keyCode, which: keyCode } as KeyboardEventInit))
}
