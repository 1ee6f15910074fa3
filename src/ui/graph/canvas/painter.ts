import type { NodeIndex } from '../../../graph/graph.ts'
import type { PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import type { Emphasis } from '../../../state/emphasis.ts'
import { tween } from '../camera/tween.ts'
import { onCamera } from '../camera/viewer.ts'
import type { Painter } from '../svg/paint.ts'
import { backdrop } from './backdrop.ts'
import { nodeButtons } from './buttons.ts'
import { placesBetween } from './glide.ts'
import type { DrawnPlaces } from './scenery.ts'
import { spotlight } from './spotlight.ts'

/** The layers that a large graph is drawn on, and the list of its buttons. */
export interface CanvasLayers {
  readonly back: HTMLCanvasElement
  readonly front: HTMLCanvasElement
  readonly list: HTMLElement
}

/** Least milliseconds between pictures while the camera moves; in between the last one is moved. */
const EVERY = 150
/** How visible everything is behind what stands out. */
const STEPPED_BACK = '0.7'
/** Larger graphs jump to their new places. */
const MOST_GLIDING = 3000

/** Paints moments on canvases. */
export function canvasPainter({ back, front, list }: CanvasLayers, scene: Scene, before: Scene | null) {
  const behind = backdrop(back, scene)
  const spots = spotlight(front, scene)
  const buttons = nodeButtons(list, scene)
  let moment: PaneMoment | null = null
  let lit: NodeIndex | null = null
  let emphasis: Emphasis | null = null
  let visible = 1
  let gliding = false

  function shine(): void {
    const focused = focusedIn(list, scene)
    if (moment && !gliding) spots.draw(moment, { lit, focused, visible, emphasis })
  }

  function redraw(places: DrawnPlaces = scene): void {
    if (moment) behind.redraw(moment, places)
    shine()
  }

  function glide(from: Scene): () => void {
    const places = placesBetween(from, scene)
    gliding = true
    return tween((t) => {
      gliding = t < 1
      redraw(gliding ? places(t) : scene)
    })
  }

  function look(): void {
    behind.look()
    spots.look()
  }

  const painter: Painter = {
    paint([at], highlight, emphasised) {
      emphasis = emphasised
      back.style.opacity = emphasis?.isAlone ? STEPPED_BACK : ''
      lit = highlight === null ? null : (scene.structure.nodeOf.get(highlight) ?? null)
      if (at !== moment && !gliding) behind.update(at)
      moment = at
      visible = 1
      buttons.update(at)
      shine()
    },
    arrive(_moments, _place, arrival) {
      if (visible === arrival.visible) return
      visible = arrival.visible
      shine()
    },
  }
  const stops = [
    afterCamera(look, redraw),
    onTheme(redraw),
    buttons.stop,
    before && scene.centres.length <= MOST_GLIDING ? glide(before) : () => {},
  ]
  return { painter, elementOf: buttons.elementOf, shine, stop: () => all(stops) }
}

function all(steps: readonly (() => void)[]): void {
  for (const step of steps) step()
}

/** The node whose button has the focus. */
function focusedIn(list: HTMLElement, { structure }: Scene): NodeIndex | null {
  const button = document.activeElement
  if (!(button instanceof HTMLElement && list.contains(button))) return null
  return structure.nodeOf.get(Number(button.dataset.id)) ?? null
}

/** Goes along with the camera at once, and draws anew every now and then. */
function afterCamera(look: () => void, redraw: () => void): () => void {
  let due = 0
  const stop = onCamera(() => {
    look()
    if (due !== 0) return
    due = window.setTimeout(() => {
      due = 0
      redraw()
    }, EVERY)
  })
  return () => {
    stop()
    clearTimeout(due)
  }
}

/** Colours are drawn, so that another theme needs another drawing. */
function onTheme(redraw: () => void): () => void {
  const themes = new MutationObserver(() => redraw())
  themes.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-contrast'] })
  return () => themes.disconnect()
}
