/** What a name in a link has to be a name of. */
export type Nameable = 'input' | 'output' | 'node' | 'entry'

/** How a value stands in a link, as data: what reads and writes it comes with links (`state/link.ts`). */
export type FormData =
  | { readonly kind: 'text'; readonly names?: Nameable }
  | { readonly kind: 'oneOf'; readonly choices: readonly string[] }
  | { readonly kind: 'whole'; readonly least?: number }
  | { readonly kind: 'compact' }
  | { readonly kind: 'positive' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'list'; readonly item: FormData }
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, FormData>> }

declare const VALUE: unique symbol

/** With the type of the value, which the compiler infers from it. */
export type Form<V> = FormData & { readonly [VALUE]?: V }
export type ValueOf<F> = F extends { readonly [VALUE]?: infer V } ? Exclude<V, undefined> : never

export const text: Form<string> = { kind: 'text' }

/** The name of an input, of an output or of one of their entries, or of a node: said where the program does not have it. */
export const nameField = (names: Nameable): Form<string> => ({ kind: 'text', names })

export const oneOf = <T extends string>(choices: readonly T[]): Form<T> => ({ kind: 'oneOf', choices })

/** A whole number of up to nine digits. */
export const whole: Form<number> = { kind: 'whole' }
export const wholeFrom = (least: number): Form<number> => ({ kind: 'whole', least })

/** A whole number of 32 bits in letters and digits: places are hashes, vertices are small. */
export const compactNumber: Form<number> = { kind: 'compact' }

/** A number above 0, of any size. */
export const positiveNumber: Form<number> = { kind: 'positive' }

export const numberBetween = (least: number, most: number): Form<number> => ({ kind: 'number', least, most })

/** Yes or no: kept in the browser only, since links have marks. */
export const truth = { kind: 'truth' } as const
export type KeptForm = FormData | typeof truth

/** Items with a dot between them. */
export const listOf = <T>(item: Form<T>): Form<readonly T[]> => ({ kind: 'list', item: item as FormData })

/** Fields as a link has them, in one field of it. */
export const fieldsOf = <F extends Readonly<Record<string, FormData>>>(
  fields: F,
): Form<{ readonly [Name in keyof F]?: ValueOf<F[Name]> }> => ({ kind: 'fields', fields })
