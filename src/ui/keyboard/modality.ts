/** Whether the pointer brought the focus to where it is. */
let isByPointer = false
/** Whether the pointer was used last. */
let pointing = false

function onPointerDown(): void {
  pointing = true
  isByPointer = true
}

const onKeyDown = () => {
  pointing = false
}

const onFocusIn = () => {
  isByPointer = pointing
}

/** A widget's arrows are its own only where keys have brought the focus there: whoever clicks goes on stepping. */
export const focusIsByPointer = (): boolean => isByPointer

/** Before anything else hears of it. */
export function followModality(signal: AbortSignal): void {
  const options = { capture: true, signal }
  addEventListener('pointerdown', onPointerDown, options)
  addEventListener('keydown', onKeyDown, options)
  addEventListener('focusin', onFocusIn, options)
}
