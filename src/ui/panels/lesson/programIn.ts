/** The program that a link’s fragment holds as readable text; empty where it is packed, or none is there. */
export function programIn(fragment: string): string {
  const found = /[#&]program=([^&]*)/.exec(fragment)
  try {
    return found ? decodeURIComponent(found[1]) : ''
  } catch {
    return ''
  }
}
