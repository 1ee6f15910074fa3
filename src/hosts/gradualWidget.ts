import { type LinkTexts, pageBeside } from './address.ts'
import { GraphFrame, type Heard } from './frame.ts'

/** The part of an anywidget model that is used here. */
interface WidgetModel {
  get(trait: string): unknown
  set(trait: string, value: unknown): void
  save_changes(): void
  on(event: string, hear: () => void): void
  off(event: string, hear: () => void): void
}

/** Traits that go both ways; those of them that a notebook has are kept in step. */
const TRAITS = ['program', 'mode', 'pass', 'step'] as const
/** Traits that the notebook alone decides. */
const GIVEN = ['theme', 'hide'] as const
const HEIGHT = { usual: 420, most: 900 }

const hasValue = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number'

function textsOf(model: WidgetModel): LinkTexts {
  const texts = [...TRAITS, ...GIVEN].map((trait) => [trait, model.get(trait)] as const)
  return Object.fromEntries(texts.flatMap(([trait, value]) => (hasValue(value) ? [[trait, String(value)]] : [])))
}

/** A graph in a cell of a notebook, in step with its model; ends by what it gives back. */
function render({ model, el }: { readonly model: WidgetModel; readonly el: HTMLElement }): () => void {
  const src = model.get('src')
  const page = typeof src === 'string' && src !== '' ? src : pageBeside(import.meta.url)
  if (page === null) {
    el.append('Gradual: say in “src” where its page is.')
    return () => {}
  }
  /** What the embed and the model last agreed on. */
  const agreed = new Map<string, unknown>(TRAITS.map((trait) => [trait, model.get(trait)]))

  const hear = (heard: Heard) => {
    if (heard.type === 'resize' && typeof heard.height === 'number') setHeight(heard.height)
    if (heard.type !== 'state') return
    const changed = TRAITS.filter((trait) => model.get(trait) !== undefined && heard[trait] !== undefined)
    for (const trait of changed) agreed.set(trait, heard[trait])
    const others = changed.filter((trait) => model.get(trait) !== heard[trait])
    for (const trait of others) model.set(trait, heard[trait])
    if (others.length > 0) model.save_changes()
  }

  const frame = new GraphFrame(hear)
  const setHeight = (wanted: number) => {
    const own = model.get('height')
    frame.element.style.height = `${typeof own === 'number' && own > 0 ? own : Math.min(wanted, HEIGHT.most)}px`
  }

  const tell = () => {
    const changed = TRAITS.filter((trait) => hasValue(model.get(trait)) && model.get(trait) !== agreed.get(trait))
    for (const trait of changed) agreed.set(trait, model.get(trait))
    const fields = Object.fromEntries(changed.map((trait) => [trait, model.get(trait)]))
    if (changed.length > 0) frame.send({ type: 'setState', ...fields })
  }
  const tellTheme = () => frame.send({ type: 'theme', theme: model.get('theme') || null })

  setHeight(HEIGHT.usual)
  frame.open({ page, fields: textsOf(model), title: 'Computational graph, in Gradual' })
  el.append(frame.element)
  for (const trait of TRAITS) model.on(`change:${trait}`, tell)
  model.on('change:theme', tellTheme)
  return () => {
    for (const trait of TRAITS) model.off(`change:${trait}`, tell)
    model.off('change:theme', tellTheme)
    frame.close()
    frame.element.remove()
  }
}

export default { render }
