import type { Belonging, LinkTarget, Where } from './belonging.ts'
import { type Form, type FormData, type KeptForm, oneOf, type ValueOf } from './form.ts'

/** Fields of a link, by name. */
type Fields = Readonly<Record<string, FormData>>

/** What a link has in them; left out is what it says nothing of. */
export type Values<F> = { readonly [Name in keyof F]?: ValueOf<F[Name]> }

/** How a link says a choice. */
interface InLink<T, F> {
  /** None where those of another choice say it. */
  readonly fields: F
  readonly of: Belonging
  /** Left out where it takes the passes to say it (`state/linkPlace.ts`). */
  readonly says?: (value: T, where: Where) => Values<F>
  /** Left out where it waits for the graph (`state/linkState.ts`); until then it is as at first. */
  readonly means?: (values: Values<F>, before: T, said: LinkTarget) => T
}

/** All that there is to know of a choice of the user: the state, links, the address bar and what the browser keeps follow from it. */
export interface ChoiceRecord<T, F = Fields> {
  readonly start: T
  readonly link?: InLink<T, F>
  /** Kept in the browser for the visits to come, in this form. */
  readonly kept?: KeptForm
}

type Unlinked<T> = ChoiceRecord<T, Readonly<Record<never, FormData>>>

/** A choice of which links say nothing by itself. */
export const choice = <T>(start: T, more: Omit<Unlinked<T>, 'start' | 'link'> = {}): Unlinked<T> => ({ start, ...more })

/** A choice that a link says in a field or some. */
export const linked = <T, const F extends Fields>(start: T, link: InLink<T, F>): ChoiceRecord<T, F> => ({ start, link })

/** In one field, as `says` and `means` have it. */
const inField = <T, V, N extends string>(
  name: N,
  form: Form<V>,
  of: Belonging,
  start: T,
  says: (value: T) => V | undefined,
  means: (value: V | undefined, before: T) => T,
): ChoiceRecord<T, Readonly<Record<N, Form<V>>>> => {
  type F = Readonly<Record<N, Form<V>>>
  const fields = { [name]: form } as F
  return {
    start,
    link: {
      ...{ fields, of },
      says: (value) => ({ [name]: says(value) }) as Values<F>,
      means: (values, before) => means(values[name] as V | undefined, before),
    },
  }
}

/** Said where it is not as at first; a link that does not say it takes it back to that. */
export const asItIs = <V, const S, N extends string>(name: N, form: Form<V>, of: Belonging, start: S) =>
  inField<V | S, V, N>(
    ...([name, form, of, start] as const),
    (value) => (value === start ? undefined : (value as V)),
    (value) => value ?? start,
  )

/** Said always, unless there is none; a link that does not say it leaves it. */
export const staying = <V, const S extends V | null, N extends string>(
  name: N,
  form: Form<V>,
  of: Belonging,
  start: S,
) =>
  inField<V | S, V, N>(
    ...([name, form, of, start] as const),
    (value) => (value === null ? undefined : (value as V)),
    (value, before) => value ?? before,
  )

/** What is so or not: said by a digit where it is not as at first. */
export const flag = <N extends string>(name: N, of: Belonging, start: boolean) => {
  const other = start ? '0' : '1'
  return inField<boolean, '0' | '1', N>(
    ...([name, oneOf([other]), of, start] as const),
    (value) => (value === start ? undefined : other),
    (value) => (value === other ? !start : start),
  )
}

/** As `flag`, of how the reader has the page: a link that does not say it leaves it. */
export const readersFlag = <N extends string>(name: N, of: Belonging) =>
  inField<boolean, '1', N>(
    ...([name, oneOf(['1']), of, false] as const),
    (value) => (value ? '1' : undefined),
    (value, before) => (value ? true : before),
  )

/** Several of a kind. */
export const setOf = <V, N extends string>(name: N, items: Form<readonly V[]>, of: Belonging) =>
  inField<ReadonlySet<V>, readonly V[], N>(
    ...([name, items, of, new Set<V>()] as const),
    (set) => (set.size > 0 ? [...set] : undefined),
    (list) => new Set(list),
  )
