import { refreshAll } from '$app/navigation';
import { DeskChangedDocument, type DeskChangedSubscription } from '#web/gql/graphql.ts';
import { openLiveSocket } from '#web/live/live-socket.ts';
import { watchDevice } from '#web/live/watch-device.ts';
import type { DeskStore } from './desk.svelte.ts';

/** Joins the desk to the stream of its changes. Returns the end. */
export function connectDesk(desk: DeskStore): () => void {
  const lost = () => {
    if (desk.live.is === 'live' || desk.live.is === 'catchingUp')
      desk.live = { is: 'offline', since: new Date() };
  };
  let open = false;
  const socket = openLiveSocket({
    connected: () => {
      open = true;
      desk.live = { is: 'catchingUp' };
    },
    lost: () => {
      open = false;
      lost();
    },
    signedOut: () => (desk.live = { is: 'signedOut' }),
  });
  socket.subscribe<DeskChangedSubscription>(
    { query: DeskChangedDocument.toString(), operationName: 'DeskChanged', variables: {} },
    {
      next: async ({ deskChanged }) => {
        // The first message after each connection calls everything stale: then all is as it is.
        if ((await desk.stale(deskChanged.stale)) && desk.live.is === 'catchingUp')
          desk.live = { is: 'live' };
      },
      // Refused: not a coordinator any more. The page says so.
      ended: () => {
        lost();
        void refreshAll().catch(() => undefined);
      },
    },
  );
  const look = async () => {
    socket.check();
    // The line may have outlived the tunnel: then nobody says hello again, and what was missed is asked for.
    if (desk.live.is !== 'offline' || !open) return;
    desk.live = { is: 'catchingUp' };
    if (!(await desk.reload())) lost();
    else if (open && desk.live.is === 'catchingUp') desk.live = { is: 'live' };
  };
  const leaveDevice = watchDevice({ back: () => void look(), lost });
  return () => {
    leaveDevice();
    socket.close();
  };
}
