import type axe from 'axe-core';
import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

/**
 * Runs axe with its rules for WCAG 2.2 AA and its best practices; names what it finds where. The window must have
 * been given `axe.source` as a script of its pages.
 */
export async function expectNothing({ page }: Pick<Visitor, 'page'>, where: string): Promise<void> {
  const violations = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
    );
  });
  expect(violations, where).toEqual([]);
}
