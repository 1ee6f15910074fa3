import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, test, vi } from 'vitest'
import { momentsOf } from '../../../../verification/fixtures/pictures.ts'
import { LECTURE } from '../../../../verification/fixtures/programs.ts'
import type { ExportedFile, MomentPicture } from '../../../exports/exported.ts'
import type { FilmOrder } from '../../../exports/film/order.ts'
import type { Said, ToWorker } from '../../serve.ts'
import { film } from './film.ts'
import type { FilmReply, FilmRequest } from './making.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const ORDER: FilmOrder = {
  ...{ format: 'zip', theme: 'light', captioned: true, seconds: 1, page: '' },
  ...{ width: 1280, height: 720 },
}
const pictures = momentsOf(LECTURE)
async function* inTurn(): AsyncGenerator<MomentPicture> {
  yield* pictures
}

const stepsIn = (file: ExportedFile | null) =>
  Object.entries(unzipSync(file?.data as Uint8Array))
    .filter(([name]) => name.endsWith('.svg'))
    .map(([, data]) => /<title>(.*)<\/title>/.exec(strFromU8(data))?.[1])

/** Workers that answer as they are told to, and whether each was ended. */
function workersThat(answer: (request: FilmRequest, worker: number) => FilmReply | 'fails' | 'is silent') {
  const ended: boolean[] = []
  class Stub {
    onmessage: ((event: { data: Said<FilmReply> }) => void) | null = null
    onerror: ((event: object) => void) | null = null
    readonly number = ended.push(false) - 1
    postMessage({ request }: ToWorker<FilmRequest, null>): void {
      const reply = answer(request, this.number)
      if (reply === 'fails') setTimeout(() => this.onerror?.({ message: 'it broke', preventDefault() {} }))
      else if (reply !== 'is silent') setTimeout(() => this.onmessage?.({ data: { reply } }))
    }
    terminate(): void {
      ended[this.number] = true
    }
  }
  vi.stubGlobal('Worker', Stub)
  return ended
}

test('a film has every step in its order, and tells how far it has come; its worker is ended then', async () => {
  const made = { extension: 'zip', type: 'application/zip', data: new Uint8Array([1]) }
  const ended = workersThat((request) => (request.kind === 'finish' ? { made } : { done: true }))
  const told: number[] = []
  const file = await film(ORDER, inTurn, (done) => told.push(done), new AbortController().signal)
  expect(file).toEqual({ name: 'gradual-steps.zip', type: 'application/zip', data: made.data })
  expect(told).toEqual([...pictures.keys(), pictures.length])
  expect(ended).toEqual([true])
})

test('one that is cancelled ends at once, whatever its worker is doing', async () => {
  const ended = workersThat((request) => (request.kind === 'step' ? 'is silent' : { done: true }))
  const controller = new AbortController()
  const file = film(ORDER, inTurn, (done) => done > 0 && controller.abort(), controller.signal)
  setTimeout(() => controller.abort(), 50)
  expect(await file).toBeNull()
  expect(ended).toEqual([true])
})

test('what goes wrong in the making is the error of the film', async () => {
  workersThat((request) => (request.kind === 'begin' ? { problem: 'No encoder.' } : { done: true }))
  const file = film(ORDER, inTurn, () => {}, new AbortController().signal)
  await expect(file).rejects.toThrow('No encoder.')
})

test('where the worker fails on the way, the page makes all of it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let steps = 0
  workersThat((request) => (request.kind === 'step' && ++steps === 3 ? 'fails' : { done: true }))
  const file = await film(ORDER, inTurn, () => {}, new AbortController().signal)
  expect(stepsIn(file)).toEqual(pictures.map(({ title }) => title))
})
