import type { Page } from '@playwright/test'

/** What the last row could not read, in words: text under so many px on the screen, and text that is cut or has to be scrolled to. */
export const unreadable = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((least) => {
    const CUTS = /auto|scroll|hidden|clip/
    /** A formula’s box is a little higher than its letters. */
    const SLACK = 3

    const isSeen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest(
        '.visually-hidden, .katex-mathml, script, style, title, [inert], [role="status"].visually-hidden',
      ) &&
      !around(element).some((each) => getComputedStyle(each).clipPath !== 'none')

    function around(element: Element): Element[] {
      const all: Element[] = []
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) all.push(at)
      return all
    }

    /** Px of the screen: in a drawing its scale counts. */
    function sizeOf(element: Element): number {
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      const scale = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null
      return scale ? size * Math.hypot(scale.a, scale.b) : size
    }

    function faultsOf(text: Text): string[] {
      const element = text.parentElement as Element
      if (!text.data.trim() || !isSeen(element)) return []
      const range = document.createRange()
      range.selectNodeContents(text)
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
      const name = `“${text.data.trim().slice(0, 30)}”`
      const picture = element.closest('.picture')?.getBoundingClientRect()
      // Of a graph that goes along with the step a part is seen.
      const inView = ({ left, right, top, bottom }: DOMRect) =>
        !picture || (right > picture.left && left < picture.right && bottom > picture.top && top < picture.bottom)
      if (!boxes.some(inView)) return []
      const size = sizeOf(element)
      const faults = size < least - 0.05 ? [`${name} has ${size.toFixed(1)} px`] : []
      if (picture) return faults
      const cuts = around(element).filter((each) => CUTS.test(getComputedStyle(each).overflow))
      const isCut = cuts.some((each) => {
        const cut = each.getBoundingClientRect()
        return boxes.some(
          ({ left, right, top, bottom }) =>
            left < cut.left - SLACK ||
            right > cut.right + SLACK ||
            top < cut.top - SLACK ||
            bottom > cut.bottom + SLACK,
        )
      })
      return isCut ? [...faults, `${name} is cut`] : faults
    }

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const faults = new Set<string>()
    while (texts.nextNode()) for (const fault of faultsOf(texts.currentNode as Text)) faults.add(fault)
    return [...faults]
  }, least)
