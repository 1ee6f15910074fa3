const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** How long ago a moment was, in words; both in milliseconds since 1970. */
export function ago(at: number, now: number): string {
  const passed = Math.max(0, now - at)
  const unit = UNITS.find(([, length]) => passed >= length)
  return unit ? words.format(-Math.floor(passed / unit[1]), unit[0]) : 'just now'
}
