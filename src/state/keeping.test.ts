import { beforeEach, expect, test, vi } from 'vitest'

/** As the browser's store: so many letters, among all tabs. */
class Store {
  readonly #items = new Map<string, string>()
  readonly #room: number
  constructor(room = 5_000_000) {
    this.#room = room
  }
  getItem = (key: string) => this.#items.get(key) ?? null
  removeItem = (key: string) => void this.#items.delete(key)
  setItem(key: string, text: string): void {
    const others = [...this.#items].filter(([other]) => other !== key)
    const used = others.reduce((sum, [other, kept]) => sum + other.length + kept.length, key.length + text.length)
    if (used > this.#room) throw new Error('QuotaExceededError')
    this.#items.set(key, text)
  }
}

/** A tab: its own copy of the modules, and of the store that is a tab's. */
async function newTab() {
  vi.resetModules()
  vi.stubGlobal('sessionStorage', new Store())
  const [keeping, recent, store] = await Promise.all([
    ...([import('./keeping.ts'), import('./recent.ts'), import('./store.ts')] as const),
  ])
  return { ...keeping, ...recent, ...store, programs: () => recent.slotted().map(({ source }) => source) }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('localStorage', new Store())
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

type Tab = Awaited<ReturnType<typeof newTab>>

/** The user writes a text, a second after what was before. */
function writes(tab: Tab, text: string): boolean {
  vi.advanceTimersByTime(1000)
  return tab.keep(text)
}

test('a program stays in its slot while it is written; another one gets a slot of its own', async () => {
  const tab = await newTab()
  for (const text of ['a', 'ab', 'abc']) expect(writes(tab, text)).toBe(true)
  expect(tab.programs()).toEqual(['abc'])
  tab.replaceProgram('abcd', 'other')
  writes(tab, 'other, changed')
  expect(tab.programs()).toEqual(['other, changed', 'abcd'])
})

test('a program keeps what the user has said that it is read as', async () => {
  const tab = await newTab()
  writes(tab, 'x = 1')
  tab.change({ reading: 'python' })
  writes(tab, 'x = 1')
  expect(tab.slotted()).toMatchObject([{ source: 'x = 1', reading: 'python' }])
  tab.replaceProgram('x = 1', 'other')
  tab.change({ reading: null })
  writes(tab, 'other')
  expect(tab.slotted().map(({ reading }) => reading)).toEqual([null, 'python'])
})

test('a program that is opened again takes up the slot it has', async () => {
  const tab = await newTab()
  writes(tab, 'mine')
  tab.replaceProgram('mine', 'theirs')
  writes(tab, 'theirs')
  tab.replaceProgram('theirs', 'mine')
  writes(tab, 'mine 2')
  expect(tab.programs()).toEqual(['mine 2', 'theirs'])
})

test('a tab never writes over what another one has put into its slot', async () => {
  const one = await newTab()
  writes(one, 'one')
  const two = await newTab()
  expect(two.keep('one')).toBe(true)
  writes(two, 'two')
  writes(one, 'one, changed')
  writes(two, 'two, changed')
  expect(one.programs()).toEqual(['two, changed', 'one, changed'])
})

test('a tab whose slot another one has taken puts its program elsewhere, once for each change of its own', async () => {
  const one = await newTab()
  writes(one, 'one')
  const two = await newTab()
  two.keep('one')
  writes(two, 'two')
  const event = { key: 'gradual:program', newValue: 'two' } as StorageEvent
  vi.advanceTimersByTime(1000)
  one.keepAgain(event, 'one')
  expect(one.programs()).toEqual(['one', 'two'])
  const again = { key: 'gradual:program1', newValue: 'three' } as StorageEvent
  localStorage.setItem('gradual:program1', '{"source":"three"}')
  one.keepAgain(again, 'one')
  expect(one.programs()).toEqual(['two', 'three'])
})

test('what was opened only gives its slot up before what the user wrote', async () => {
  const tab = await newTab()
  writes(tab, 'mine')
  let before = 'mine'
  for (let k = 0; k < 30; k++) {
    tab.replaceProgram(before, `linked ${k}`)
    before = `linked ${k}`
    writes(tab, before)
  }
  expect(tab.programs()).toHaveLength(12)
  expect(tab.programs()).toContain('mine')
})

test('in a full store the programs of longest ago give way; where that does not help they stay', async () => {
  vi.stubGlobal('localStorage', new Store(1000))
  const tab = await newTab()
  let before = ''
  for (const text of ['a', 'b', 'c'].map((letter) => letter.repeat(250))) {
    tab.replaceProgram(before, '')
    expect(writes(tab, text)).toBe(true)
    before = text
  }
  tab.replaceProgram(before, '')
  expect(writes(tab, 'd'.repeat(400))).toBe(true)
  expect(tab.programs().map(([letter]) => letter)).toEqual(['d', 'c'])
  expect(writes(tab, 'e'.repeat(2000))).toBe(false)
  expect(tab.programs().map(([letter]) => letter)).toEqual(['d', 'c'])
})

test('a store that is closed is no error; only what the user wrote counts as lost', async () => {
  vi.stubGlobal('localStorage', undefined)
  const tab = await newTab()
  tab.replaceProgram('', 'linked')
  expect(tab.keep('linked')).toBe(true)
  expect(tab.keep('linked, changed')).toBe(false)
  expect(tab.programs()).toEqual([])
})

test('programs that earlier versions kept are taken over', async () => {
  localStorage.setItem('gradual:program', JSON.stringify('last'))
  localStorage.setItem('gradual:recent', JSON.stringify([{ source: 'older', at: 5 }, { source: 3 }, null, 'x']))
  const tab = await newTab()
  tab.takeOverList()
  expect(tab.programs()).toEqual(['older', 'last', 'x'])
  expect(localStorage.getItem('gradual:recent')).toBeNull()
})
