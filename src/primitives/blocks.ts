import type { BlockOperands, Blockwise } from './arrayPrimitive.ts'
import type { Kept, Site } from './site.ts'
import type { VectorBlocks } from './wiring.ts'

/** A vector function of each block. */
export function applyBlockwise({ value }: Blockwise, site: Site): void {
  const { blocks } = site.plan
  if (!blocks) return
  const { starts, places } = blocks.value
  for (const [block, start] of starts.entries()) {
    const results = value(operandsOf(site, blocks, block), places.length)
    for (let i = 0; i < places.length; i++) site.values[site.target + start + places[i]] = results[i]
  }
}

/** Its partials by row and column, block by block. */
export function keepBlockwise({ partials }: Blockwise, slot: number, site: Site, kept: Kept): void {
  const { blocks } = site.plan
  if (!blocks) return
  if (!partials) {
    kept.live.fill(0, kept.first, kept.first + site.plan.wirings[slot].kept)
    return
  }
  let place = kept.first
  const keep = (partial: number | null) => {
    kept.partials[place] = partial ?? 0
    kept.live[place++] = partial === null ? 0 : 1
  }
  const { starts, places } = blocks.value
  const columns = blocks.operands[slot].places.length
  for (const [block, start] of starts.entries()) {
    const results = places.map((own) => site.values[site.target + start + own])
    const partial = partials(slot, operandsOf(site, blocks, block), results)
    if (blocks.pairs) for (const [row, column] of blocks.pairs) keep(partial(row, column))
    else
      for (let row = 0; row < places.length; row++)
        for (let column = 0; column < columns; column++) keep(partial(row, column))
  }
}

const operandsOf = ({ values, starts }: Site, { operands }: VectorBlocks, block: number): BlockOperands =>
  operands.map((own, slot) => own.places.map((place) => values[starts[slot] + own.starts[block] + place]))
