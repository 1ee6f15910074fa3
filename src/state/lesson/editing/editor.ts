import { create } from 'zustand'
import { type Lesson, type LessonScene, LINK_NAME } from '../../../lessons/lesson.ts'
import { NO_LESSON } from '../../choices/lesson.ts'
import { gathered } from '../../gathered.ts'
import { links } from '../../links.ts'
import { change, now, type State } from '../../store.ts'
import { lessonText } from '../lessons.ts'
import { closeLesson } from '../running.ts'
import { scenePlace, useLesson } from '../store.ts'
import { freeId, type LessonChange, nameFrom, sceneAfter, sceneGone, sceneMoved, sceneWith } from './changes.ts'
import { draftIn, draftLesson, draftText, forgetDraft, freeDraft, keepDraft, noDraft } from './drafts.ts'
import { type Edits, edited, redone, undone, unedited } from './history.ts'
import { salvaged } from './salvage.ts'

/** A lesson, and the scene that is at hand in it: what undo brings back. */
interface Written {
  readonly lesson: Lesson
  readonly scene: string | null
}

/** The lesson that is being written. It outlives the editor, so that one plays it and comes back. */
interface LessonWriting {
  /** Of the draft; null before there is any. */
  readonly name: string | null
  readonly edits: Edits<Written> | null
  /** What was wrong with the file when it was opened, or why it cannot be. */
  readonly problems: readonly string[]
  readonly isKept: boolean
  /** The name under which another tab writes another version. */
  readonly others: string | null
  /** The part of the editor that takes presses of the graph, by its id: one at a time. */
  readonly pointing: string | null
  /** Whether the editor has just gone for the player, which then takes the focus. */
  readonly isLeft: boolean
}

const NOTHING: LessonWriting = {
  name: null,
  edits: null,
  problems: [],
  isKept: true,
  others: null,
  pointing: null,
  isLeft: false,
}

export const useWriting = create<LessonWriting>(() => NOTHING)

/** Milliseconds in which letters gather before they are kept. */
const SOON = 300

/** Opens the draft that the choices name, unless it is open; at its first scene where they name none. */
export function openDraft(): void {
  const name = draftIn(now().lesson)
  if (name === null) return
  if (name !== useWriting.getState().name) read(name)
  const { edits } = useWriting.getState()
  if (edits && now().scene === null) chooseScene(edits.value.lesson.scenes[0])
}

function read(name: string): void {
  const text = draftText(name)
  const { lesson, problems } = text === null ? { lesson: null, problems: [noDraft(name)] } : salvaged(text)
  useWriting.setState({ ...NOTHING, name, problems, edits: lesson && unedited({ lesson, scene: now().scene }) })
}

/** The moment at hand, as a scene has it: without the reader’s own settings and without the place in a lesson. */
export async function momentAtHand(): Promise<string> {
  const { linkBut } = await links.get()
  return linkBut({ ...NO_LESSON, theme: undefined, present: undefined })
}

/** A new lesson, with the moment at hand as its first scene. */
export async function startLesson(): Promise<void> {
  const scene: LessonScene = { id: 'scene-1', moment: await momentAtHand(), text: '' }
  open({ gradual: 1, title: 'My lesson', language: 'en', scenes: [scene] }, [])
}

/** A copy of a lesson to be edited, at the same scene; of a file also with the scenes that could not be opened. */
export async function editCopy(name: string): Promise<void> {
  const found = await lessonText(name)
  const { lesson, problems } = 'text' in found ? salvaged(found.text) : { lesson: null, problems: [found.problem] }
  if (lesson) open(lesson, problems)
  else useWriting.setState({ problems })
}

function open(lesson: Lesson, problems: readonly string[]): void {
  const { name, isKept } = keepDraft(freeDraft(nameFrom(lesson.title)), fileText(lesson))
  const scene = lesson.scenes[scenePlace(lesson, now().scene)].id
  useWriting.setState({ ...NOTHING, name, isKept, problems, edits: unedited({ lesson, scene }) })
  change({ lesson: draftLesson(name), scene, editing: true, revealed: null })
}

/** Goes on with the lesson of the user’s that is open, where the player stands in it. */
export const editAgain = () => change({ editing: true })

/** A lesson as a file has it. */
export const fileText = (lesson: Lesson): string => `${JSON.stringify(lesson, null, 2)}\n`

/** Keeps the draft as it is now. */
export function keepWriting(): void {
  const { name, edits } = useWriting.getState()
  if (name === null || !edits) return
  const kept = keepDraft(name, fileText(edits.value.lesson))
  useWriting.setState({ isKept: kept.isKept })
  if (kept.name === name) return
  useWriting.setState({ name: kept.name, others: name })
  change({ lesson: draftLesson(kept.name) })
}

const keepSoon = gathered(keepWriting, (end) => setTimeout(end, SOON))

/** Edits the lesson. Edits one after the other of the same thing are one for undo; `scene` is the one that is then at hand. */
export function editLesson(make: LessonChange, of: string | null = null, scene = now().scene): void {
  const { edits } = useWriting.getState()
  if (!edits) return
  const before = { ...edits, value: { ...edits.value, scene: now().scene } }
  useWriting.setState({ edits: edited(before, { lesson: make(edits.value.lesson), scene }, of) })
  if (scene !== now().scene) change({ scene })
  keepSoon()
}

const step = (way: typeof undone) => () => {
  const { edits } = useWriting.getState()
  const after = edits && way(edits)
  if (!after || after === edits) return
  const isElsewhere = after.value.scene !== now().scene
  useWriting.setState({ edits: after })
  keepSoon()
  if (isElsewhere) chooseScene(sceneNow(after.value))
}

const sceneNow = ({ lesson, scene }: Written): LessonScene => lesson.scenes[scenePlace(lesson, scene)]

export const undoEdit = step(undone)
export const redoEdit = step(redone)

const lessonNow = (): Lesson | null => useWriting.getState().edits?.value.lesson ?? null

/** Goes where a fragment says, and stays in the editor. */
export async function showMoment(fragment: string): Promise<void> {
  const { lesson, scene } = now()
  const { goToFragment } = await links.get()
  await goToFragment(fragment, { lesson: lesson ?? undefined, scene: scene ?? undefined, edit: '1' })
}

/** Puts a scene at hand, with its moment on the page. */
export function chooseScene(scene: LessonScene): void {
  change({ scene: scene.id })
  void showMoment(scene.moment)
}

/** The moment at hand as a new scene after the one at hand. */
export async function captureScene(): Promise<void> {
  const moment = await momentAtHand()
  const lesson = lessonNow()
  if (!lesson) return
  const id = freeId(lesson, `scene-${lesson.scenes.length + 1}`)
  editLesson(sceneAfter(scenePlace(lesson, now().scene), { id, moment, text: '' }), null, id)
}

export function duplicateScene(scene: LessonScene): void {
  const lesson = lessonNow()
  if (!lesson) return
  const id = freeId(lesson, scene.id)
  editLesson(sceneAfter(scenePlace(lesson, scene.id), { ...scene, id }), null, id)
}

export const moveScene = ({ id }: LessonScene, by: number) => editLesson(sceneMoved(id, by))

/** The last scene stays: a lesson has one. */
export function deleteScene({ id }: LessonScene): void {
  const lesson = lessonNow()
  if (!lesson || lesson.scenes.length < 2) return
  const place = scenePlace(lesson, id)
  const heir = lesson.scenes[place + 1] ?? lesson.scenes[place - 1]
  editLesson(sceneGone(id), null, heir.id)
  chooseScene(heir)
}

/** Gives a scene another name in links; gives back why it cannot have it. */
export function renameScene({ id }: LessonScene, name: string): string | null {
  const lesson = lessonNow()
  if (!LINK_NAME.test(name)) return 'A name has letters, digits and hyphens.'
  if (lesson?.scenes.some((each) => each.id === name)) return 'Another scene has this name.'
  editLesson(sceneWith(id, { id: name }), null, name)
  return null
}

/** Plays the lesson from the scene at hand. */
export function playFromHere(): void {
  keepWriting()
  useWriting.setState({ isLeft: true })
  play({})
}

/** Plays a lesson of the user’s own from its start. */
export const playDraft = (name: string) => play({ lesson: draftLesson(name), scene: null })

/** What is played is read anew, since it may have been written since. */
function play(what: Partial<State>): void {
  useLesson.setState({ name: null })
  change({ ...what, editing: false, revealed: null })
}

/** Goes on with a lesson of the user’s own. */
export function editDraft(name: string): void {
  if (name !== useWriting.getState().name) read(name)
  change({ lesson: draftLesson(name), scene: null, editing: true, revealed: null })
}

/** Leaves the editor; the lesson is among the user’s own. */
export function closeWriting(): void {
  keepWriting()
  useWriting.setState(NOTHING)
  closeLesson()
}

/** Deletes a lesson of the user’s own for good. */
export function deleteDraft(name: string): void {
  if (useWriting.getState().name === name) useWriting.setState(NOTHING)
  if (draftIn(now().lesson) === name) closeLesson()
  forgetDraft(name)
}
