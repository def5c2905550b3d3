import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { projectDir } from '../platform/startup/project-dir.ts';
import { createSchema } from './schema.ts';

const schema = lexicographicSortSchema(await createSchema());
await writeFile(resolve(projectDir(), 'schema/schema.graphql'), `${printSchema(schema)}\n`);
