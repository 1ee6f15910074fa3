/** Plain values by index, each kept once; the first one has the index 0. */
export class Register<Item> {
  readonly items: Item[] = []
  readonly #index = new Map<string, number>()

  constructor(first: Item) {
    this.indexOf(first)
  }

  indexOf(item: Item): number {
    if (item === this.items[0]) return 0
    const key = JSON.stringify(item)
    const known = this.#index.get(key)
    if (known !== undefined) return known
    this.#index.set(key, this.items.length)
    return this.items.push(item) - 1
  }
}
