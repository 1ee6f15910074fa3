import { beforeEach, expect, test, vi } from 'vitest'
import { momentFile } from '../../exports/carried/carried.ts'
import { language } from '../language.ts'
import { change, now, useGradual } from '../store.ts'
import { openFile } from './openFile.ts'

beforeEach(async () => {
  vi.stubGlobal('cancelAnimationFrame', () => {})
  await language.ask()
  useGradual.setState(useGradual.getInitialState(), true)
})

const opened = (name: string, ...parts: BlobPart[]) => openFile(new File(parts, name))

test('a moment is opened where its file says, whatever the page had before', async () => {
  change({ hide: new Set(['values']), locked: new Set(['program']) })
  const program = 'x1 = 2\nf = sin(x1)'
  expect(await opened('a.gradual.json', momentFile({ program, moment: '#v=1&mode=reverse&pass=f&step=1' }))).toBeNull()
  expect(now()).toMatchObject({ source: program, shown: 'reverse', hide: new Set(), locked: new Set() })
  await vi.waitFor(() => expect(now().position).toMatchObject({ reverse: 1, step: 1 }))
})

test('the program counts, not what the moment says of one', async () => {
  await opened('a.json', momentFile({ program: 'f = 1', moment: '#v=1&program=f=2&z=abc&step=0' }))
  expect(now().source).toBe('f = 1')
})

test('a text is opened as the program, and Python by its name where it is not seen', async () => {
  expect(await opened('a.txt', 'f = 3')).toBeNull()
  expect(now()).toMatchObject({ source: 'f = 3', reading: null })
  expect(await opened('a.py', 'f = 3')).toBeNull()
  expect(now().reading).toBe('python')
})

test('a lesson is told by its name or by its scenes, not by a program about scenes', async () => {
  expect(await opened('a.gradual-lesson.json', '{"gradual": 1,')).toEqual([expect.stringMatching(/no JSON/)])
  expect(await opened('a.json', '{"gradual": 1, "scenes": []}')).toEqual([expect.stringMatching(/^The lesson/)])
  expect(await opened('a.json', momentFile({ program: '# {"scenes": []}\nf = 1', moment: '#v=1' }))).toBeNull()
  expect(now().source).toContain('scenes')
})

test('what cannot be opened is said, and the program stays', async () => {
  change({ source: 'f = 9' })
  const refusals = [
    await opened('much.txt', 'x\n'.repeat(300_000)),
    await opened('large.svg', new Uint8Array(32_000_001)),
    await opened('photo.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0)),
    await openFile({ name: 'folder', slice: () => ({ arrayBuffer: () => Promise.reject(new Error()) }) } as never),
  ]
  expect(refusals).toEqual([
    [expect.stringMatching(/^“much.txt” is not opened. The text has more than 250,000 lines.$/)],
    [expect.stringMatching(/^“large.svg” is not opened: it has more than 32 MB.$/)],
    [expect.stringMatching(/^“photo.jpg” is not opened: it is neither text nor/)],
    [expect.stringMatching(/^“folder” cannot be read/)],
  ])
  expect(now().source).toBe('f = 9')
})
