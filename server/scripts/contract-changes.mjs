import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { projectDir } from './processes.mjs';

/** The contract as the code has it now, and as it was when somebody last told outsiders that they can rely on it. */
export const SCHEMA = 'schema/schema.graphql';
export const RELEASED = 'schema/released.graphql';

/** How long what is to go stays, from the day on which it was announced. */
export const NOTICE_MONTHS = 12;

/** What a reason for a deprecation looks like: `Since 2026-11-30: ask for url.` */
export const ANNOUNCED = /^Since (\d{4}-\d\d-\d\d): \S.+$/s;

export const readSchema = (file) => buildSchema(readFileSync(join(projectDir, file), 'utf8'));

/** What differs between two versions, in the order of their paths; words that describe something are no difference. */
export async function changesBetween(before, after) {
  const changes = await diff(before, after);
  return changes
    .filter(({ type }) => !/DESCRIPTION/.test(type))
    .sort(
      (one, other) => (one.path ?? '').localeCompare(other.path ?? '') || one.type.localeCompare(other.type),
    );
}

/**
 * Those that break somebody's program and were not announced long enough before: what the earlier version deprecates,
 * with a day that is `NOTICE_MONTHS` ago, may go.
 */
export function unannounced(changes, before, today = new Date()) {
  const latest = new Date(today);
  latest.setUTCMonth(latest.getUTCMonth() - NOTICE_MONTHS);
  return changes.filter(({ criticality, path }) => {
    if (criticality.level !== CriticalityLevel.Breaking) return false;
    const [, day] = ANNOUNCED.exec(reasonAt(before, path ?? '') ?? '') ?? [];
    return day === undefined || new Date(day) > latest;
  });
}

/** Why what stands at a path is deprecated, or what it stands in: `Type.field.argument`. */
function reasonAt(schema, path) {
  const [typeName, fieldName, argumentName] = path.split('.');
  const type = schema.getType(typeName ?? '');
  if (isEnumType(type)) return type.getValue(fieldName)?.deprecationReason;
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return undefined;
  const field = type.getFields()[fieldName];
  const argument = field?.args?.find(({ name }) => name === argumentName);
  return argument?.deprecationReason ?? field?.deprecationReason;
}
