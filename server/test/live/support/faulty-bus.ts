import type { HintBus } from '../../../src/platform/live/hints.ts';
import type { BusListener } from '../../../src/platform/live/hints.ts';
import type { Hint } from '../../../src/platform/live/hints.ts';

/** What becomes of a hint on its way. */
export type Fate = 'arrives' | 'lost' | 'doubled' | 'late';

/**
 * A bus whose hints are lost, doubled and reordered as `fate` says: at the sender, so that other replicas
 * suffer too, and again at each listener.
 */
export function faultyBus(bus: HintBus, fate: () => Fate): HintBus {
  let kept: (() => void)[] = [];
  const meet = (pass: () => void): void => {
    const before = kept;
    kept = [];
    switch (fate()) {
      case 'lost':
        break;
      case 'late':
        // After the next one: the order is turned round.
        kept.push(pass);
        break;
      case 'doubled':
        pass();
        pass();
        break;
      case 'arrives':
        pass();
    }
    for (const late of before) late();
  };
  return {
    send: (hint: Hint) => meet(() => bus.send(hint)),
    announce: (news) => bus.announce(news),
    listen: (listener: BusListener) =>
      bus.listen({ ...listener, hint: (hint) => meet(() => listener.hint?.(hint)) }),
    follow: (boardId) => bus.follow(boardId),
    followAll: () => bus.followAll(),
    state: () => bus.state(),
    connected: () => bus.connected(),
    close: () => bus.close(),
  };
}
