import type { Page } from '@playwright/test'

/** What a reader would see go wrong: controls and text that are outside of the window or on top of each other, in words. */
export const misplaced = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    interface Item {
      readonly element: Element
      readonly name: string
      readonly box: { left: number; right: number; top: number; bottom: number }
    }
    /** Letters may touch the box of their neighbours' without a sign of theirs doing so. */
    const SLACK = 3
    const CUTS = /auto|scroll|hidden|clip/
    const CONTROLS = 'button, input, select, textarea, [role="tab"]'

    const isSeen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('.visually-hidden, .cm-editor, .katex, .picture svg, .glass-field, [aria-hidden="true"] svg')

    const intersection = (a: Item['box'], b: Item['box']) => ({
      left: Math.max(a.left, b.left),
      right: Math.min(a.right, b.right),
      top: Math.max(a.top, b.top),
      bottom: Math.min(a.bottom, b.bottom),
    })
    const isEmpty = ({ left, right, top, bottom }: Item['box']) => right - left <= SLACK || bottom - top <= SLACK

    /** What is left of a box by the elements around it that cut it; null where it has to be scrolled to. */
    function cutAround(element: Element, box: Item['box']): Item['box'] | null {
      let seen = box
      for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
        const { overflowX, overflowY, clipPath } = getComputedStyle(around)
        if (clipPath !== 'none') return null
        if (CUTS.test(overflowX) || CUTS.test(overflowY)) seen = intersection(seen, around.getBoundingClientRect())
        if (isEmpty(seen)) return null
      }
      return seen
    }

    function itemsOf(element: Element): Item[] {
      if (!isSeen(element) || getComputedStyle(element).clipPath !== 'none') return []
      const isControl = element.matches(CONTROLS)
      const ownText = [...element.childNodes].filter((node) => node.nodeType === 3 && node.textContent?.trim())
      if (!isControl && (ownText.length === 0 || element.closest(CONTROLS))) return []
      const rects = isControl
        ? [element.getBoundingClientRect()]
        : ownText.flatMap((node) => {
            const range = document.createRange()
            range.selectNodeContents(node)
            return [...range.getClientRects()]
          })
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? ''
      return rects.flatMap((rect) => {
        // Text within its own element is cut by it, as with an ellipsis.
        const own = !isControl && CUTS.test(getComputedStyle(element).overflowX)
        const box = own ? intersection(rect, element.getBoundingClientRect()) : rect
        const seen = isEmpty(box) ? null : cutAround(element, box)
        return seen ? [{ element, name: `${element.tagName.toLowerCase()} “${name}”`, box: seen }] : []
      })
    }

    const items = [...document.querySelectorAll('.app *')].flatMap(itemsOf)
    const stays = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement)
        if (getComputedStyle(at).position === 'sticky') return true
      return false
    }
    const faults = new Set<string>()
    if (document.documentElement.scrollWidth > innerWidth)
      faults.add(`the page is ${document.documentElement.scrollWidth - innerWidth} px wider than the window`)
    for (const { name, box } of items)
      if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
        faults.add(`${name} leaves the window`)
    items.sort((a, b) => a.box.left - b.box.left)
    for (const [at, one] of items.entries())
      for (let next = at + 1; next < items.length && items[next].box.left < one.box.right - SLACK; next++) {
        const other = items[next]
        const isNested = one.element.contains(other.element) || other.element.contains(one.element)
        if (isNested || isEmpty(intersection(one.box, other.box)) || stays(one.element) !== stays(other.element))
          continue
        // Rows scroll below the head of their table, names of rows among them.
        if (!one.element.closest('thead') !== !other.element.closest('thead')) continue
        faults.add(`${one.name} and ${other.name} overlap`)
      }
    return [...faults]
  })
