/** Milliseconds that work may wait, so that what changes many times a second is done a few times. */
const WAIT = 200

/** Work that need not keep up with each picture, as the words for arrays that change while a network is trained. */
export function soon() {
  const jobs = new Map<object, () => void>()
  const run = () => {
    const asked = [...jobs.values()]
    jobs.clear()
    for (const job of asked) job()
  }
  return {
    /** Does the job a little later, if no other one is asked for under this key before. */
    ask(key: object, job: () => void): void {
      if (jobs.size === 0) setTimeout(run, WAIT)
      jobs.set(key, job)
    },
    /** Does the job at once; one that waited under this key is of the past. */
    now(key: object, job: () => void): void {
      jobs.delete(key)
      job()
    },
  }
}
