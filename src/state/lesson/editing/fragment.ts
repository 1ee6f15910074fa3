const partsOf = (fragment: string) => fragment.replace(/^#/, '').split('&')
const fieldIn = (part: string) => part.split('=', 1)[0]

/** The items of a field that is a list; empty where the link does not say it. */
export function listIn(fragment: string, field: string): readonly string[] {
  const part = partsOf(fragment).find((each) => fieldIn(each) === field)
  return part
    ? part
        .slice(field.length + 1)
        .split('.')
        .filter(Boolean)
    : []
}

/** The same with other items in that field; without it where there are none. */
export function withList(fragment: string, field: string, items: readonly string[]): string {
  const others = partsOf(fragment).filter((part) => fieldIn(part) !== field)
  return `#${[...others, ...(items.length > 0 ? [`${field}=${items.join('.')}`] : [])].join('&')}`
}
