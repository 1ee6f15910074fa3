import type { State } from '../../src/state/store.ts'

/**
 * Every choice that there was in November 2026, under a name that stays, whatever the state's own fields are called: what old links open to is
 * compared by it. What is as at first is left out.
 */
export function describe(state: State): Readonly<Record<string, unknown>> {
  const { position, seeds, sight } = state
  const { forward, reverse, step, term, race } = position
  const said = {
    ...{ program: state.source, shared: state.shareSubexpressions, unrolled: state.unrolled, data: state.data },
    ...{ open: [...state.open], order: state.order, point: Object.keys(state.point) },
    ...{ mode: state.shown, preferred: state.preferred, place: [forward, reverse, step, term].join(' ') },
    race: race ? [race.operations, race.forward, race.reverse].join(' ') : null,
    ...{ jvp: seeds.forward, vjp: seeds.reverse, hvp: seeds.hvp },
    ...{ speed: state.speed, granularity: state.granularity, playing: state.playing },
    ...{ tab: state.tab, theme: state.theme, direction: state.direction, panes: state.panes },
    ...{ constants: state.constants, definitions: state.definitions, zoom: sight?.zoom ?? null, at: sight?.at ?? null },
    ...{ shortcuts: state.shortcuts, folded: state.folded, alone: state.alone, ledger: state.ledger },
    ...{
      transposed: state.transposed,
      view: state.chainView,
      from: state.questionInput,
      to: state.questionOutput,
      path: state.chainPath,
    },
    ...{ bracketing: state.layersBracketing, products: state.layersMultiplied.taken, patterns: [...state.patternsLit] },
    ...{ turned: state.dualityTurned, gone: state.verticesEliminated.taken },
    ...{ typed: state.handTyped, revealed: [...state.symbolicRevealed], form: state.symbolicForm },
    ...{ h: state.numericalExponent, nudge: state.slopeNudge, over: state.slopeOver, node: state.dualNumbersNode },
    ...{ methodsSection: state.methodsSection, costSection: state.costSection },
  }
  return Object.fromEntries(Object.entries(said).filter(([name, value]) => !same(value, AT_FIRST[name])))
}

const AT_FIRST: Readonly<Record<string, unknown>> = {
  ...{ program: '', shared: true, unrolled: false, data: false, open: [], order: null, point: [] },
  ...{ mode: 'compare', preferred: 'reverse', place: '0 0 0 0', race: null, jvp: null, vjp: null, hvp: null },
  ...{ speed: 1, granularity: 'node', playing: false, tab: 'graph', theme: null, direction: null, panes: null },
  ...{ constants: 'inside', definitions: null, zoom: null, at: null, shortcuts: true, folded: false, alone: false },
  ...{ ledger: 38, transposed: false, view: 'paths', from: null, to: null, path: null, bracketing: 'right' },
  ...{ products: [], patterns: [], turned: true, gone: [], typed: {}, revealed: [], form: 'simplified' },
  ...{ h: -5, nudge: 0.1, over: null, node: null, methodsSection: 'hand', costSection: 'operations' },
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
