const pointer = {
  /** Whether it is pressed, or has just been: what takes the focus then takes it by the pointer. */
  presses: false,
  /** Whether it brought the focus to where it is. */
  gaveFocus: false,
}

function onPointerDown(): void {
  pointer.presses = true
  pointer.gaveFocus = true
}

/** A label hands the focus on with the click that follows. */
const onPointerUp = () =>
  setTimeout(() => {
    pointer.presses = false
  })

const onFocusIn = () => {
  pointer.gaveFocus = pointer.presses
}

/** A widget's arrows are its own unless the pointer has brought the focus there: whoever clicks goes on stepping. */
export const focusIsByPointer = (): boolean => pointer.gaveFocus

/** Before anything else hears of it. */
export function followModality(signal: AbortSignal): void {
  const options = { capture: true, signal }
  addEventListener('pointerdown', onPointerDown, options)
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, onPointerUp, options)
  addEventListener('focusin', onFocusIn, options)
}
