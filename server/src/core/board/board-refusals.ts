import { Refusal, RefusalCode } from '../../platform/refusal/refusal.ts';

export const blocked = () =>
  new Refusal(
    RefusalCode.BLOCKED,
    'The local has chosen to go on without you here. Other campaigns are open to you; a coordinator can tell you more.',
  );
