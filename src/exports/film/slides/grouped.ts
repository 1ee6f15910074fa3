import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { escaped } from '../../picture/xml.ts'

/** A part of a slide that is one thing there, and what it is in words. */
export interface SlideGroup {
  readonly name: string
  readonly label: string
}

/**
 * The library for slides knows no groups, no words for those who do not see them, no fonts that take another’s place, and
 * notes of one paragraph only: they are written into what it has made. All its texts are escaped, so that nothing in them
 * looks like what is looked for.
 */
export function grouped(
  presentation: Uint8Array,
  groupsOf: readonly (readonly SlideGroup[])[],
): Uint8Array<ArrayBuffer> {
  const files = unzipSync(presentation)
  for (const [path, bytes] of Object.entries(files)) {
    const [, kind, number] = /^ppt\/(slides\/slide|notesSlides\/notesSlide)(\d+)\.xml$/.exec(path) ?? []
    if (kind === 'slides/slide') files[path] = strToU8(slideOf(strFromU8(bytes), groupsOf[Number(number) - 1] ?? []))
    else if (kind) files[path] = strToU8(inParagraphs(strFromU8(bytes)))
  }
  return zipSync(files) as Uint8Array<ArrayBuffer>
}

const PARTS = /(?:<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="#(-?\d+) (?:(?!<p:sp>).)*?<\/p:sp>)+/gs
const PART = /<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="#(-?\d+) .*?<\/p:sp>/gs

function slideOf(xml: string, groups: readonly SlideGroup[]): string {
  return withFonts(xml.replace(PARTS, (run) => groupedRun([...run.matchAll(PART)], groups)))
}

function groupedRun(parts: readonly RegExpMatchArray[], groups: readonly SlideGroup[]): string {
  const runs: { group: number; parts: string[] }[] = []
  for (const [part, number] of parts) {
    const group = Number(number)
    const last = runs[runs.length - 1]
    const plain = part.replace(/name="#-?\d+ /, 'name="')
    if (group >= 0 && last?.group === group) last.parts.push(plain)
    else runs.push({ group, parts: [plain] })
  }
  return runs.map(({ group, parts }) => (group < 0 ? parts.join('') : groupOf(group, groups[group], parts))).join('')
}

/** Numbers of what is on a slide: the library’s are smaller. */
const FIRST = 100_000

function groupOf(number: number, { name, label }: SlideGroup, parts: readonly string[]): string {
  const box = around(parts)
  return [
    `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${FIRST + number}" name="${escaped(name)}" descr="${escaped(label)}"/>`,
    '<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>',
    `<a:off ${box.from}/><a:ext ${box.size}/><a:chOff ${box.from}/><a:chExt ${box.size}/></a:xfrm></p:grpSpPr>`,
    ...parts,
    '</p:grpSp>',
  ].join('')
}

const PLACE = /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/

function around(parts: readonly string[]): { from: string; size: string } {
  const boxes = parts.map((part) => (PLACE.exec(part) ?? []).slice(1).map(Number))
  const [x, y] = [0, 1].map((i) => Math.min(...boxes.map((box) => box[i])))
  const [right, bottom] = [0, 1].map((i) => Math.max(...boxes.map((box) => box[i] + box[i + 2])))
  return { from: `x="${x}" y="${y}"`, size: `cx="${right - x}" cy="${bottom - y}"` }
}

/** Where a computer has not these fonts, it takes one of the same kind: their numbers are those of Arial and Consolas. */
const withFonts = (xml: string): string =>
  xml
    .replaceAll(/typeface="Inter" pitchFamily="34"/g, 'typeface="Inter" panose="020B0604020202020204" pitchFamily="34"')
    .replaceAll(
      /typeface="JetBrains Mono" pitchFamily="34"/g,
      'typeface="JetBrains Mono" panose="020B0609020204030204" pitchFamily="49"',
    )

const inParagraphs = (xml: string): string =>
  xml.replace(/<a:t>[^<]*\n[^<]*<\/a:t>/g, (text) =>
    text.replace(/\r?\n/g, '</a:t></a:r></a:p><a:p><a:r><a:rPr lang="en-US" dirty="0"/><a:t>'),
  )
