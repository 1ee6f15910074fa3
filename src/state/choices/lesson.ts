import type { Belonging } from './belonging.ts'
import { asItIs, type ChoiceRecord, flag, linked, type Values } from './choice.ts'
import { type Form, oneOf, text, whole } from './form.ts'

/** A link to a lesson decides where in it one is, and so does one to a program: that leads out of the lesson if it names none. */
const LESSON: Belonging = {
  isSaid: () => true,
  isDecided: ({ program, lesson }) => program !== undefined || lesson !== undefined,
}

const REVEALED = { revealed: whole }

/** Stays from scene to scene; a link that leads out of the lesson ends it. */
const ofShow = <V, N extends string>(name: N, form: Form<V>) => {
  type F = Readonly<Record<N, Form<V>>>
  return linked<V | null, F>(null, {
    ...{ fields: { [name]: form } as F, of: LESSON },
    says: (value) => ({ [name]: value ?? undefined }) as Values<F>,
    means: (values, before, { lesson }) => (values[name] as V | undefined) ?? (lesson === undefined ? null : before),
  }) satisfies ChoiceRecord<V | null, F>
}

/** Where in a lesson the user is. */
export const lesson = {
  /** Its name: a built-in one, one of the browser’s own, or `NAME.gradual-lesson.json` beside the page. */
  lesson: asItIs('lesson', text, LESSON, null),
  /** The scene, by its id; null is the first. */
  scene: asItIs('scene', text, LESSON, null),
  /** Whether it is being written: the editor stands in its place. */
  editing: flag('edit', LESSON, false),
  /** How many of its moves are made; null where the scene is still to be set. */
  revealed: linked<number | null, typeof REVEALED>(null, {
    ...{ fields: REVEALED, of: LESSON },
    says: (revealed) => ({ revealed: revealed ?? undefined }),
    means: ({ revealed }) => revealed ?? null,
  }),
  /** By which the windows of one show know each other; null where there is one window. */
  show: ofShow('show', text),
  /** Whether this window is the speaker’s. */
  speaker: ofShow('speaker', oneOf(['1'])),
}

/** What a link says of a lesson, left unsaid. */
export const NO_LESSON = {
  ...{ lesson: undefined, scene: undefined, edit: undefined },
  ...{ revealed: undefined, show: undefined, speaker: undefined },
}
