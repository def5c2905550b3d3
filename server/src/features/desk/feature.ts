import type { Feature } from '../../platform/feature.ts';
import { DeskChanges } from './desk-changes.ts';
import { DeskPeople, DeskPersonResolver } from './people.resolver.ts';
import {
  findCampaignPulse,
  findDeskPerson,
  findNewcomer,
  findQuietCard,
  findQuietPerson,
  findWaitingAsk,
} from './find-desk-row.ts';
import { DeskStream } from './desk-stream.resolver.ts';
import {
  CampaignPulseResolver,
  DeskResolver,
  NewcomerToVetResolver,
  QuietCardResolver,
  QuietPersonResolver,
  WaitingAskResolver,
} from './desk.resolver.ts';

export const desk: Feature = {
  name: 'desk',
  resolvers: [
    CampaignPulseResolver,
    DeskPeople,
    DeskPersonResolver,
    DeskResolver,
    DeskStream,
    NewcomerToVetResolver,
    QuietCardResolver,
    QuietPersonResolver,
    WaitingAskResolver,
  ],
  nodes: {
    WaitingAsk: findWaitingAsk,
    CampaignPulse: findCampaignPulse,
    QuietCard: findQuietCard,
    QuietPerson: findQuietPerson,
    NewcomerToVet: findNewcomer,
    DeskPerson: findDeskPerson,
  },
  lists: {
    'Desk.sections': 9,
    'DeskChange.stale': 9,
  },
  streams: ({ bus, log, channels, timing }) => ({
    desk: new DeskChanges({
      bus,
      log,
      counts: channels.counts,
      pauseMs: timing.deskPause ?? 1_000,
      renewMs: timing.deskRenewal ?? 60_000,
    }),
  }),
};
