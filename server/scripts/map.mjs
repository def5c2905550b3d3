import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { house, rooms } from '../../.dependency-cruiser.mjs';
import { projectDir } from './processes.mjs';

const begin = '<!-- Written by `npm run generate` from .dependency-cruiser.mjs. -->';
const end = '<!-- End of the map. -->';

/** Writes the map into the README of each part, as the rule file has it. */
export function writeMaps() {
  for (const part of house) {
    const file = join(projectDir, part.map);
    const text = readFileSync(file, 'utf8');
    const [before, rest] = text.split(`${begin}\n`);
    const after = rest?.split(end)[1];
    if (after === undefined)
      return { code: 1, output: `${part.map} has no place for its map: ${begin} … ${end}` };
    writeFileSync(file, `${before}${begin}\n\n${mapOf(part)}\n\n${end}${after}`);
  }
  return { code: 0, output: '' };
}

/** The table of a part as Prettier sets it. */
function mapOf(part) {
  const own = rooms.filter((room) => room.part === part);
  const hasFloors = own.some((room) => room.floor);
  const head = ['folder', 'what lives there', 'leans on'];
  const rows = own.map((room) => [
    `\`${room.path.slice(part.source.length - 'src'.length)}/\``,
    room.reason ? `${room.what}. Many files: ${room.reason}` : room.what,
    room.inWords,
  ]);
  if (hasFloors) {
    head.unshift('floor');
    for (const [index, row] of rows.entries())
      row.unshift(own[index].floor === own[index - 1]?.floor ? '' : own[index].floor);
  }
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
