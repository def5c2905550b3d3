import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { makeClaimGround } from './claim-ground.ts';
import type { ClaimsOrder, ClaimsReport } from './claims-process.ts';
import { type Figure, median, rangeOf } from './figures.ts';
import type { Section, Stage } from './stage.ts';

/** Claims of one side in one round. */
const CLAIMS = 320;
/** Who claim at once, each the next card as soon as they have one. */
const CLAIMERS = 32;
const ROUNDS = 7;
const WARM_UP = 2;
const BOARDS = 64;

/** How many claims a second one server makes, against the same transactions sent by hand. */
export const claims: Section = { name: 'claims', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  stage.onEnd(() => admin.end());
  const hot = await makeClaimGround(admin, { boards: 1, cards: CLAIMS, people: CLAIMERS });
  const many = await makeClaimGround(admin, { boards: BOARDS, cards: CLAIMS / BOARDS, people: CLAIMERS });
  const ours = startClaimer(stage, databaseUrl, 'claimCard');
  const bare = startClaimer(stage, databaseUrl, 'bare');
  const figures: Figure[] = [];
  for (const [what, ground] of [
    ['one hot board', hot],
    [`${BOARDS} boards`, many],
  ] as const) {
    const rates: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
    const cpu: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      for (const side of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
        const report = await (side === 'ours' ? ours : bare)(ground.order);
        await ground.reset();
        if (round < 0) continue;
        rates[side].push((CLAIMS / report.took) * 1_000);
        cpu[side].push(report.cpu / CLAIMS);
      }
    }
    const ratios = rates.ours.map((rate, round) => rate / (rates.bare[round] ?? NaN));
    figures.push(
      {
        what: `claims on ${what}, claimCard against bare SQL`,
        value: median(ratios),
        unit: '×',
        target: { atLeast: 0.7 },
        spread: rangeOf(ratios),
      },
      ...(['ours', 'bare'] as const).flatMap((side): Figure[] => [
        { what: `  ${side}`, value: median(rates[side]), unit: '/s', spread: rangeOf(rates[side]) },
        { what: `  ${side} cpu`, value: median(cpu[side]), unit: 'ms', spread: rangeOf(cpu[side]) },
      ]),
    );
  }
  return figures;
}

function startClaimer(stage: Stage, databaseUrl: string, how: 'claimCard' | 'bare') {
  const child = fork(fileURLToPath(new URL('./claims-process.ts', import.meta.url)), [databaseUrl, how], {
    execArgv: [
      ...process.execArgv,
      ...(process.env['CLAIMS_PROF']
        ? ['--cpu-prof', `--cpu-prof-dir=/tmp`, `--cpu-prof-name=prof-${how}.cpuprofile`]
        : []),
    ],
  });
  const ended = once(child, 'exit');
  stage.onEnd(async () => {
    child.disconnect();
    await ended;
  });
  return async (order: ClaimsOrder): Promise<ClaimsReport> => {
    child.send(order);
    const [report] = (await once(child, 'message')) as [ClaimsReport];
    return report;
  };
}
