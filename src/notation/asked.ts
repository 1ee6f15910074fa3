/**
 * While numbers are hidden they stand as NaN, and so does all that is computed from them: NaN is then written as what is
 * asked for, “?”. One for the whole page, since what writes a number knows nothing of where it comes from.
 */
export const asked = { isOn: false }

/** Writes what is told: there NaN stands as NaN, also while other numbers are hidden. */
export function whereTold<Text>(isTold: boolean | undefined, write: () => Text): Text {
  const { isOn } = asked
  asked.isOn = isOn && !isTold
  try {
    return write()
  } finally {
    asked.isOn = isOn
  }
}
