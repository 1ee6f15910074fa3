/** Mixes a number into a hash; both 32 bits. The constants are the golden ratio's, so that zeros mix too, and those of MurmurHash3's finaliser. */
export function mix(hash: number, value: number): number {
  let h = (Math.imul(hash, 31) + value + 0x9e3779b9) | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** The hash of a name. */
export function hashOf(name: string): number {
  let h = name.length
  for (let i = 0; i < name.length; i++) h = (Math.imul(h, 31) + name.charCodeAt(i)) | 0
  return mix(h, 0)
}
