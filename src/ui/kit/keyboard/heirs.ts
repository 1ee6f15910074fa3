/** What had the focus last: the elements around it, from the inside out, and where it stood. */
interface Holder {
  readonly element: Element
  readonly around: readonly Element[]
  box: DOMRect
}

/** What can be given the focus; `data-heir` marks what takes it, though it is no tab stop, when a button turns into it. */
const HEIRS = 'a[href], button, input, select, textarea, summary, [contenteditable="true"], [tabindex="0"], [data-heir]'
const TEXT_FIELDS = 'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, [contenteditable="true"]'
const GONE = '[hidden], :disabled'

/** Who has the focus, or had it last, and whether the pointer was pressed last. */
const focus: { holder: Holder | null; byPointer: boolean } = { holder: null, byPointer: false }

const isGone = (element: Element) => !element.isConnected || element.closest(GONE) !== null

function hold({ target }: Pick<FocusEvent, 'target'>): void {
  if (!(target instanceof Element)) return
  const around: Element[] = []
  for (let at = target.parentElement; at; at = at.parentElement) around.push(at)
  focus.holder = { element: target, around, box: target.getBoundingClientRect() }
}

/** An element that loses the focus while it stays on the page needs no heir. */
function leave({ target }: FocusEvent): void {
  queueMicrotask(() => {
    const { holder } = focus
    if (holder && holder.element === target && !isGone(holder.element)) focus.holder = null
  })
}

/** How far one box is from the place of another: nothing where it is around it, else between the edges that are nearest. */
function distance(to: DOMRect, of: DOMRect): number {
  if (to.left <= of.left && of.right <= to.right && to.top <= of.top && of.bottom <= to.bottom) return 0
  const aside = Math.min(Math.abs(to.left - of.left), Math.abs(to.right - of.right))
  return aside + Math.min(Math.abs(to.top - of.top), Math.abs(to.bottom - of.bottom))
}

/** What can have the focus in that part of the page, nearest to the place first. */
const heirsIn = (part: Element, place: DOMRect): HTMLElement[] =>
  [...part.querySelectorAll<HTMLElement>(HEIRS)]
    .filter((heir) => (heir.tabIndex >= 0 || heir.matches('[data-heir]')) && !isGone(heir) && heir.checkVisibility())
    .filter((heir) => !focus.byPointer || !heir.matches(TEXT_FIELDS))
    .map((heir) => ({ heir, far: distance(heir.getBoundingClientRect(), place) }))
    .sort((a, b) => a.far - b.far)
    .map(({ heir }) => heir)

/** Hands the focus on, if who had it is gone and nobody else has taken it. */
function handOn(): void {
  const { activeElement, body } = document
  const { holder } = focus
  if (!holder || !isGone(holder.element) || (activeElement !== body && activeElement !== holder.element)) return
  const { around, box } = holder
  focus.holder = null
  // A dialog that was closed gives the focus back by itself, to where it was.
  if (around.some((each) => each instanceof HTMLDialogElement && !each.open)) return
  for (const near of around.filter((each) => !isGone(each)))
    for (const heir of heirsIn(near, box)) {
      heir.focus()
      if (document.activeElement === heir) return
    }
}

/** Where it stands when it is pressed is where its heir is looked for. */
function press(event: Event): void {
  const { holder } = focus
  focus.byPointer = event.type === 'pointerdown'
  if (holder?.element.isConnected) holder.box = holder.element.getBoundingClientRect()
}

/**
 * A button that takes itself away, or is disabled by what it does, hands the focus to what then stands nearest to its place
 * in the part of the page that it was in, so that nobody who works by keyboard has to begin at the top.
 */
export function keepFocus(): () => void {
  const listening = new AbortController()
  const always = { capture: true, signal: listening.signal }
  // This module arrives late: somebody may have the focus already.
  if (document.activeElement !== document.body) hold({ target: document.activeElement })
  document.addEventListener('focusin', hold, always)
  document.addEventListener('focusout', leave, always)
  for (const pressing of ['pointerdown', 'keydown']) document.addEventListener(pressing, press, always)
  const observer = new MutationObserver(handOn)
  observer.observe(document.body, {
    ...{ subtree: true, childList: true, attributes: true },
    attributeFilter: ['disabled', 'hidden'],
  })
  return () => {
    listening.abort()
    observer.disconnect()
  }
}
