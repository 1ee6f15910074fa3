/** Whether the pointer brought the focus to where it is. */
let isByPointer = false
/** Whether the pointer is pressed, or has just been: what takes the focus then takes it by the pointer. */
let pointing = false

function onPointerDown(): void {
  pointing = true
  isByPointer = true
}

/** A label hands the focus on with the click that follows. */
const onPointerUp = () =>
  setTimeout(() => {
    pointing = false
  })

const onFocusIn = () => {
  isByPointer = pointing
}

/** A widget's arrows are its own unless the pointer has brought the focus there: whoever clicks goes on stepping. */
export const focusIsByPointer = (): boolean => isByPointer

/** Before anything else hears of it. */
export function followModality(signal: AbortSignal): void {
  const options = { capture: true, signal }
  addEventListener('pointerdown', onPointerDown, options)
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, onPointerUp, options)
  addEventListener('focusin', onFocusIn, options)
}
