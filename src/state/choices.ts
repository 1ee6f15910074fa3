import type { Mode } from '../autodiff/pass.ts'
import { seedIndex } from '../autodiff/seeds.ts'
import type { Graph } from '../core.ts'
import { nodeNamed } from '../notation/symbols.ts'
import { type ChainView, NO_CHOICE, type Steps } from './chain.ts'
import { type Moment, quoted } from './link.ts'
import { NOTHING_TYPED, questionKey } from './methods.ts'
import { COST_SECTIONS, FIRST_SECTIONS, METHODS_SECTIONS, type SectionsSlice } from './sections.ts'
import { now, type State } from './store.ts'

type Choices = Partial<Moment>

/** What a link says of the view at hand of the tabs on the chain rule and on methods; what is as at first is left out. */
export function choicesOf(state: State): Choices {
  const { tab, view, from, to } = state
  const ends = { from: from ?? undefined, to: to ?? undefined }
  if (tab === 'cost') return { section: unlessFirst('costSection', state) }
  if (tab === 'methods') return { ...ends, ...ofMethods(state), section: unlessFirst('methodsSection', state) }
  return tab === 'chain' ? { view, ...ends, ...OF_VIEW[view](state) } : {}
}

const OF_VIEW: Readonly<Record<ChainView, (state: State) => Choices>> = {
  paths: ({ path }) => ({ path: path ?? undefined }),
  layers: ({ bracketing, multiplied }) => ({
    bracketing: bracketing === NO_CHOICE.bracketing ? undefined : bracketing,
    products: stepsOf(multiplied),
  }),
  orders: () => ({}),
  patterns: ({ patterns }) => ({ patterns: patterns.size > 0 ? [...patterns] : undefined }),
  duality: ({ turned }) => ({ turned: turned ? undefined : '0' }),
  elimination: ({ eliminated }) => ({ gone: stepsOf(eliminated) }),
}

const stepsOf = ({ taken }: Steps) => (taken.length > 0 ? taken : undefined)

function ofMethods({ from, to, typed, revealed, form, stepExponent, nudge, over, node }: State): Choices {
  const key = from && to ? questionKey(to, from) : null
  return {
    typed: key ? typed[key] || undefined : undefined,
    form: key && revealed.has(key) ? form : undefined,
    h: stepExponent === NOTHING_TYPED.stepExponent ? undefined : stepExponent,
    nudge: nudge === NOTHING_TYPED.nudge ? undefined : nudge,
    ...{ over: over ?? undefined, node: node ?? undefined },
  }
}

/** The choices of a link to one of these tabs; none where it leads elsewhere. */
export function chosenBy(moment: Moment): Partial<State> {
  if (moment.tab === 'cost') return { costSection: among(COST_SECTIONS, moment.section) ?? FIRST_SECTIONS.costSection }
  if (moment.tab !== 'methods' && moment.view === undefined) return {}
  const { typed, revealed, view } = now()
  const { from = null, to = null, path = null, over = null, node = null } = moment
  const key = from !== null && to !== null ? questionKey(to, from) : null
  return {
    ...{ from, to, path, over, node },
    view: moment.view ?? view,
    methodsSection: among(METHODS_SECTIONS, moment.section) ?? FIRST_SECTIONS.methodsSection,
    bracketing: moment.bracketing ?? NO_CHOICE.bracketing,
    multiplied: { on: null, taken: moment.products ?? [] },
    patterns: new Set(moment.patterns),
    turned: moment.turned !== '0',
    eliminated: { on: null, taken: moment.gone ?? [] },
    stepExponent: moment.h ?? NOTHING_TYPED.stepExponent,
    nudge: moment.nudge ?? NOTHING_TYPED.nudge,
    form: moment.form ?? NOTHING_TYPED.form,
    typed: key && moment.typed !== undefined ? { ...typed, [key]: moment.typed } : typed,
    revealed: key && moment.form ? new Set(revealed).add(key) : revealed,
  }
}

const unlessFirst = <Field extends keyof SectionsSlice>(field: Field, state: State) =>
  state[field] === FIRST_SECTIONS[field] ? undefined : state[field]

const among = <T extends string>(names: readonly T[], name: string | undefined): T | undefined =>
  names.find((each) => each === name)

/** What a link’s choices name that the program does not have, for the user. */
export function misfits({ from, over, to, node, at }: Moment, graph: Graph): string[] {
  const says = (name: string, what: string) =>
    `The link names the ${what} “${quoted(name)}”, which the program does not have.`
  const isMissing = (mode: Mode) => (name: string) => seedIndex(graph, mode, name) < 0
  const isNoNode = (name: string) => nodeNamed(graph, name) === undefined
  const isEntry = graph.offset[graph.size] > graph.size
  return [
    ...given(from, over)
      .filter(isMissing('forward'))
      .map((name) => says(name, 'input')),
    ...given(to)
      .filter(isMissing('reverse'))
      .map((name) => says(name, 'output')),
    // Nodes of arrays are named entry by entry, in a graph that is made when it is asked for.
    ...[...(isEntry ? [] : given(node)), ...given(at)].filter(isNoNode).map((name) => says(name, 'node')),
  ]
}

const given = (...names: readonly (string | undefined)[]): string[] => names.filter((name) => name !== undefined)
