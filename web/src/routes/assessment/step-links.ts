import type { NextStepKind, Skill } from '#web/gql/graphql.ts';

interface Step {
  kind: NextStepKind;
  skill: Skill;
  templateKey?: string | null;
}
interface Campaign {
  slug: string;
  endedAt?: string | null;
  viewer: { canManage: boolean };
}

/** Where a step is done, and what the way there is called. */
export interface StepLink {
  href: string;
  go: NextStepKind | 'ask' | 'board';
}

/** Pages to which steps lead; one that this house does not have leads to asking for help. */
const here = new Set(
  Object.keys(import.meta.glob(['../events/+page.svelte', '../bench/+page.svelte'])).map((path) =>
    path.slice(2, -'/+page.svelte'.length),
  ),
);

/** A card goes onto the first board that still runs; whoever does not run it sees the board. */
export function stepLink(
  { kind, skill, templateKey }: Step,
  campaigns: readonly Campaign[],
  has: ReadonlySet<string> = here,
): StepLink {
  const ask: StepLink = { href: '/need-help', go: 'ask' };
  switch (kind) {
    case 'TRAINING':
      return has.has('/events') ? { href: `/events?kind=TRAINING&skill=${skill}`, go: kind } : ask;
    case 'ADVISER':
      return has.has('/bench') ? { href: `/bench?skill=${skill}`, go: kind } : ask;
    case 'TEMPLATE': {
      const running = campaigns.filter(({ endedAt }) => !endedAt);
      const run = running.find(({ viewer }) => viewer.canManage);
      if (run) return { href: `/c/${run.slug}/board?template=${templateKey}`, go: kind };
      return running[0] ? { href: `/c/${running[0].slug}/board`, go: 'board' } : ask;
    }
  }
}
