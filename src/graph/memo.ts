/** A function of a graph, a pass or another object: what it finds is kept for as long as the object is. */
export function memo<Of extends object, Found>(find: (of: Of) => Found): (of: Of) => Found {
  const kept = new WeakMap<Of, Found>()
  return (of) => {
    const known = kept.get(of)
    if (known !== undefined) return known
    const found = find(of)
    kept.set(of, found)
    return found
  }
}
