import { beforeEach, expect, test, vi } from 'vitest'

/** The browser’s store, which all tabs share. */
function storeOf(room = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>()
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, text: string) {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, text)
      Object.assign(store, { [key]: text })
    },
    removeItem(key: string) {
      kept.delete(key)
      Reflect.deleteProperty(store, key)
    },
  }
  vi.stubGlobal('localStorage', store)
}

/** A tab has modules of its own. */
async function tab() {
  vi.resetModules()
  return import('./drafts.ts')
}

beforeEach(() => storeOf())

test('a draft is read as it was kept, in this tab and in the next', async () => {
  const { keepDraft, draftText, draftTitles } = await tab()
  expect(keepDraft('mine', 'text')).toEqual({ name: 'mine', isKept: true })
  expect(draftText('mine')).toBe('text')
  const later = await tab()
  expect(later.draftText('mine')).toBe('text')
  expect(draftTitles()).toEqual([{ name: 'mine', title: 'mine' }])
  keepDraft('yours', '{"title": "Adjoints"}')
  expect(draftTitles().map(({ title }) => title)).toEqual(['Adjoints', 'mine'])
})

test('what another tab has written meanwhile stays: the later writer gets a name of its own', async () => {
  const [one, other] = [await tab(), await tab()]
  one.keepDraft('mine', 'first')
  expect(other.draftText('mine')).toBe('first')
  one.keepDraft('mine', 'by one')
  const { name } = other.keepDraft('mine', 'by the other')
  expect(name).toBe('mine-2')
  expect(one.draftText('mine')).toBe('by one')
  expect(one.draftText('mine-2')).toBe('by the other')
  expect(other.keepDraft(name, 'on').name).toBe('mine-2')
  expect(one.keepDraft('mine', 'on').name).toBe('mine')
})

test('where the browser has no room it says so, and the tab still has what was written last', async () => {
  storeOf(5)
  const { keepDraft, draftText } = await tab()
  keepDraft('mine', 'short')
  expect(keepDraft('mine', 'much longer')).toEqual({ name: 'mine', isKept: false })
  expect(draftText('mine')).toBe('much longer')
})

test('a deleted draft is gone, and its name is free again', async () => {
  const { keepDraft, forgetDraft, draftText, draftTitles, freeDraft } = await tab()
  keepDraft('mine', 'text')
  expect(freeDraft('mine')).toBe('mine-2')
  forgetDraft('mine')
  expect(draftText('mine')).toBe(null)
  expect(draftTitles()).toEqual([])
  expect(freeDraft('mine')).toBe('mine')
})

test.each([
  ['draft.mine', 'mine'],
  ['lecture', null],
  [null, null],
])('the lesson %s is the draft %s', async (lesson, draft) => {
  const { draftIn } = await tab()
  expect(draftIn(lesson)).toBe(draft)
})
