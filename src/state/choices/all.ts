import { beside } from './beside.ts'
import { chain } from './chain.ts'
import type { ChoiceRecord, Values } from './choice.ts'
import { cost, costSection } from './cost.ts'
import { drawing } from './drawing.ts'
import { embedding } from './embedding.ts'
import { graph, program, reading } from './graph.ts'
import { hidden } from './hiding.ts'
import { ledger } from './ledger.ts'
import { lesson } from './lesson.ts'
import { methods } from './methods.ts'
import { opened, page } from './page.ts'
import { pace, place } from './playback.ts'
import { recipient } from './recipient.ts'
import { showing } from './showing.ts'
import { training } from './training.ts'
import { unfolding } from './unfolded.ts'

/** Every choice of the user. Links have their fields in this order; those that come are put at the end. */
export const CHOICES = {
  ...program,
  ...place,
  ...opened,
  ...chain,
  ...methods,
  costSection,
  ...graph,
  ...drawing,
  ...pace,
  ...page,
  ...unfolding,
  ...ledger,
  ...cost,
  ...training,
  ...reading,
  ...lesson,
  ...hidden,
  ...showing,
  ...beside,
  ...recipient,
  ...embedding,
}

type Records = typeof CHOICES
export type ChoiceName = keyof Records

type Chosen<C> = C extends { readonly start: infer T } ? T : never

/** The part of the state that the user decides. */
export type Choices = { readonly [N in ChoiceName]: Chosen<Records[N]> }

type Both<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer A) => void ? A : never
type FieldsOf<C> = C extends { readonly link?: { readonly fields: infer F } } ? F : never

/** The fields of a link, by name. */
export type LinkFields = Both<FieldsOf<Records[ChoiceName]>>

/**
 * The moment that a link names: `#v=1&program=…&mode=…&wrt=…&out=…&pass=…&step=…&tab=…&theme=…`.
 */
export type Moment = Values<LinkFields>

export const choiceNames = Object.keys(CHOICES) as readonly ChoiceName[]

/** A choice of which nothing else is known. */
export const recordOf = (name: ChoiceName): ChoiceRecord<unknown> => CHOICES[name] as ChoiceRecord<unknown>
